/** Tests of the adapters to DynamoDB, against DynamoDB in moto's server. */
@NullMarked
package org.clubpost.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
