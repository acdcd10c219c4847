/**
 * A mail as somebody looks at it in a browser: {@link org.clubpost.mail.view.MailView} takes it apart, and {@link
 * org.clubpost.mail.view.SafePage} makes a page of its HTML that can do nothing.
 */
@NullMarked
package org.clubpost.mail.view;

import org.jspecify.annotations.NullMarked;
