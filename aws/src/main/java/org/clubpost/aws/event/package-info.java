/**
 * The shapes of the HTTP events that API Gateway gives to a Lambda function (payload format 2.0), in our own words.
 *
 * <p>A {@link org.clubpost.aws.event.PageFunction} is what all functions behind pages have in common. It reads an event
 * as a {@link org.clubpost.aws.event.FormRequest}, and then its {@linkplain org.clubpost.aws.event.FormRequest#fields
 * fields}. These are either {@linkplain org.clubpost.aws.event.FormFields.Read all as they should be} or {@linkplain
 * org.clubpost.aws.event.FormFields.Refused refused} with the {@link org.clubpost.aws.event.FieldProblem} that names
 * the field. What a function does with the {@link org.clubpost.aws.event.Visit} is its {@link
 * org.clubpost.aws.event.Conversation}. It ends with a {@link org.clubpost.aws.event.Handled}: an {@link
 * org.clubpost.aws.event.HttpAnswer} and what the log may say about it. {@link org.clubpost.aws.event.CommonPages} has
 * the pages that are the same in every function.
 */
@NullMarked
package org.clubpost.aws.event;

import org.jspecify.annotations.NullMarked;
