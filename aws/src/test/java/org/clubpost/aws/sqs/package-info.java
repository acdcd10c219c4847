/** A stand-in for Amazon SQS on loopback, for the tests of this module and of others, and the tests of the queue. */
@NullMarked
package org.clubpost.aws.sqs;

import org.jspecify.annotations.NullMarked;
