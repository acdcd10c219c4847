/**
 * The work that waits, in one SQS queue: a message for each range, its body {@link
 * org.clubpost.core.delivery.range.RangeRef#text()}.
 */
@NullMarked
package org.clubpost.aws.sqs;

import org.jspecify.annotations.NullMarked;
