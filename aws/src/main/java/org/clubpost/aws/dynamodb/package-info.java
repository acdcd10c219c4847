/**
 * The ports that keep state, on one DynamoDB table.
 *
 * <p>{@link org.clubpost.aws.dynamodb.DynamoTable} is the way in. {@link org.clubpost.aws.dynamodb.TableLayout} says
 * where everything lies, and creates the table. Behind them, each port has one class ({@code DynamoLists}, {@code
 * DynamoSubscribers}, {@code DynamoPosts}, {@code DynamoRateLimits} and so on), and each kind of item has one that
 * turns the domain's type into an item and back ({@code SubscriberItems}, {@code PostItems}, {@code RangeItems}). All
 * of them use the {@code Table}, which knows what DynamoDB's answers mean. There are more types here than a package
 * should have, because the small ones ({@code Item}, {@code Key}, {@code Condition}, {@code Update}, {@code Pages}) are
 * the language in which the others talk to the {@code Table}.
 */
@NullMarked
package org.clubpost.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
