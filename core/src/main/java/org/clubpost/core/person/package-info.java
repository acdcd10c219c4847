/**
 * Those who run lists, as people who sign in. There are no passwords. {@link org.clubpost.core.person.AskToSignIn} takes
 * the wish of a browser, {@link org.clubpost.core.person.SendSignInMails} writes the mail, and {@link
 * org.clubpost.core.person.EnterByMail} lets in who reads it. {@link org.clubpost.core.person.Sessions} knows from then on
 * who it is. {@link org.clubpost.core.person.Persons} keeps what they chose. {@link org.clubpost.core.person.ApiKeys} lets
 * their programs act for them. What they may do is not here: {@link org.clubpost.core.admin.Role}.
 */
@NullMarked
package org.clubpost.core.person;

import org.jspecify.annotations.NullMarked;
