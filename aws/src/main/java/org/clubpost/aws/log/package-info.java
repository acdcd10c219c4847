/**
 * What functions write to the log: a {@link org.clubpost.aws.log.LogLine} of JSON for each thing that they did, through
 * a {@link org.clubpost.aws.log.FunctionLog}. A line that counts a {@link org.clubpost.aws.log.Metric} is in
 * CloudWatch's embedded metric format, so that CloudWatch counts it too. No line holds an address, a subject, a text, a
 * token or the message of an exception.
 */
@NullMarked
package org.clubpost.aws.log;

import org.jspecify.annotations.NullMarked;
