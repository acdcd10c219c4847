package org.clubpost.site;

/**
 * The words of a mail.
 *
 * @param subject its subject, one line
 * @param text its plain text, lines of at most 72 characters unless a link or a word is longer, with LF line ends
 * @param html the same text as an HTML document with LF line ends, fit for mail programs: styles inline, no script,
 *         nothing loaded from elsewhere
 */
public record Letter(String subject, String text, String html) {}
