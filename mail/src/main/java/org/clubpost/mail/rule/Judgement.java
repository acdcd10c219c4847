package org.clubpost.mail.rule;

/**
 * What was decided about a mail, and by which rule.
 *
 * @param verdict what becomes of it
 * @param rule the name of the rule that decided; empty when none did, and the mail is relayed
 */
public record Judgement(Verdict verdict, String rule) {}
