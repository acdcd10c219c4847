/** Tests of the adapters to DynamoDB, against DynamoDB Local within this process. */
@NullMarked
package org.clubpost.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
