/**
 * The work that waits, in one SQS queue: a message for each range, its body {@link
 * org.clubpost.core.delivery.range.RangeRef#text()}. What SQS gave up on lies in a queue that is only looked at now and
 * then ({@link org.clubpost.aws.sqs.SqsUnpolledQueue}).
 */
@NullMarked
package org.clubpost.aws.sqs;

import org.jspecify.annotations.NullMarked;
