package org.clubpost.aws.sqs;

/**
 * A message, as it lies in a queue.
 *
 * @param id the queue's own id of it
 * @param body its text
 */
public record Letter(String id, String body) {}
