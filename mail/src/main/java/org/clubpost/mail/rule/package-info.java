/**
 * The policy of a list: may a mail go to it, and if not, what becomes of it?
 *
 * <p>Once {@link org.clubpost.mail.route} has said what kind of mail it is, an
 * {@link org.clubpost.mail.incoming.Incoming} mail is shown to one {@link org.clubpost.mail.rule.Rule} after the other.
 * The order stands in {@link org.clubpost.mail.rule.Judge}, and there alone. A post is shown to all rules, another mail
 * only to those that guard its kind. The first rule that has something to say decides with its
 * {@link org.clubpost.mail.rule.Verdict}; a mail that no rule stops is relayed. What a rule has to know beyond the mail
 * it asks of {@link org.clubpost.mail.rule.Surroundings}. A {@link org.clubpost.core.reason.Reason} says why a rule
 * decided as it did; others show it in the language of the reader.
 */
@NullMarked
package org.clubpost.mail.rule;

import org.jspecify.annotations.NullMarked;
