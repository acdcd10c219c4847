/**
 * The table and the bucket on one machine: DynamoDB Local and an S3 endpoint, in this process, on files, reachable on
 * the loopback interface only. Our adapters talk to both as they talk to AWS.
 */
@NullMarked
package org.clubpost.local.storage;

import org.jspecify.annotations.NullMarked;
