/**
 * The ports of the core on AWS: one package for each service.
 *
 * <p>In the order in which a post meets them: {@link org.clubpost.aws.s3} keeps the mail, {@link
 * org.clubpost.aws.dynamodb} the post, the members and how far the delivery has come, {@link org.clubpost.aws.sqs}
 * carries the ranges to the workers, and {@link org.clubpost.aws.ses} sends. {@link org.clubpost.aws.config} has what
 * all of them need to know of the installation.
 *
 * <p>An adapter never closes a client that it was given, says "not now" with an {@link
 * org.clubpost.core.UnavailableException}, and logs nothing.
 */
@NullMarked
package org.clubpost.aws;

import org.jspecify.annotations.NullMarked;
