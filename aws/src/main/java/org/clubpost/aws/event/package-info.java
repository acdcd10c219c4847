/**
 * The shapes of the HTTP events that API Gateway gives to a Lambda function (payload format 2.0), in our own words.
 *
 * <p>An {@link org.clubpost.aws.event.HttpEdge} reads an event as a {@link org.clubpost.aws.event.FormRequest}; a handler takes its
 * {@linkplain org.clubpost.aws.event.FormRequest#fields fields}, which are either {@linkplain org.clubpost.aws.event.FormFields.Read all as they should
 * be} or {@linkplain org.clubpost.aws.event.FormFields.Refused refused} with the {@link org.clubpost.aws.event.FieldProblem} that names the field;
 * and it answers with an {@link org.clubpost.aws.event.HttpAnswer}.
 */
@NullMarked
package org.clubpost.aws.event;

import org.jspecify.annotations.NullMarked;
