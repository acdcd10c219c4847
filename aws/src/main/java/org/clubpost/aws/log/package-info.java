/**
 * What functions write to the log: a {@link org.clubpost.aws.log.LogLine} of JSON for each thing that they did, through
 * a {@link org.clubpost.aws.log.FunctionLog}. A {@link org.clubpost.aws.log.Metric} that a line counts is a number in
 * it, which queries add up. No line holds an address, a subject, a text, a
 * token or the message of an exception.
 */
@NullMarked
package org.clubpost.aws.log;

import org.jspecify.annotations.NullMarked;
