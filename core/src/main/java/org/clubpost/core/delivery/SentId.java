package org.clubpost.core.delivery;

/**
 * A copy's Message-ID as its receiver sees it, and the Message-ID of its post. Both are as in RFC 5322 section 3.6.4,
 * without the angle brackets.
 *
 * @param sent the id that the provider gave the copy
 * @param original the id of the post
 */
public record SentId(String sent, String original) {}
