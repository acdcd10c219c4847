package org.clubpost.core.store;

import java.time.Instant;

/**
 * A mail as it was read from the store.
 *
 * @param content its octets, held in memory
 * @param storedAt when it was stored, to the millisecond; never changes for a key that is written once
 */
public record StoredMail(MailContent content, Instant storedAt) {}
