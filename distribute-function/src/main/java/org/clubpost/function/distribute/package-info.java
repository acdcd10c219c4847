/**
 * The two halves of a post's way, as AWS Lambda calls them: {@link org.clubpost.function.distribute.ReceiveHandler} for
 * a mail that was stored (S3 event), {@link org.clubpost.function.distribute.DeliverHandler} for ranges of members (SQS
 * event). Both only translate.
 */
@NullMarked
package org.clubpost.function.distribute;

import org.jspecify.annotations.NullMarked;
