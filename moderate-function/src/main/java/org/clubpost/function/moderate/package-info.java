/**
 * The function behind the links with which owners and authors decide about a mail that waits:
 * {@link org.clubpost.function.moderate.ModerateHandler} shows what is to be decided and does it, and
 * {@link org.clubpost.function.moderate.SweepHandler} lets go of what nobody decided.
 */
@NullMarked
package org.clubpost.function.moderate;

import org.jspecify.annotations.NullMarked;
