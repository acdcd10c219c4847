/**
 * The shapes of the HTTP events that API Gateway gives to a Lambda function (payload format 2.0), in our own words.
 *
 * <p>A {@link org.clubpost.aws.event.PageFunction} is what all functions behind pages have in common. It reads an event
 * as a {@link org.clubpost.aws.event.FormRequest}, and its
 * {@linkplain org.clubpost.aws.event.FormRequest#fields fields}, which are either {@linkplain
 * org.clubpost.aws.event.FormFields.Read all as they should be} or
 * {@linkplain org.clubpost.aws.event.FormFields.Refused refused} with the {@link org.clubpost.aws.event.FieldProblem}
 * that names the field. What a function does with the {@link org.clubpost.aws.event.Visit} is its
 * {@link org.clubpost.aws.event.Conversation}; it ends with an {@link org.clubpost.aws.event.HttpAnswer} and what the
 * log may say of it, a {@link org.clubpost.aws.event.Handled}. How the same pages are said in every function,
 * {@link org.clubpost.aws.event.CommonPages} tells.
 */
@NullMarked
package org.clubpost.aws.event;

import org.jspecify.annotations.NullMarked;
