/**
 * What stands between the embedded parts and the Lambda handlers on one machine: a queue in place of SQS, the
 * asynchronous invocation that follows an S3 event, and the context that Lambda gives.
 */
@NullMarked
package org.clubpost.local.lambda;

import org.jspecify.annotations.NullMarked;
