/**
 * The optional functions of a Cognito user pool. {@link org.clubpost.function.cognito.PreSignUpHandler} lets in whoever
 * has an address that a list takes. {@link org.clubpost.function.cognito.PostConfirmationHandler} has whoever has
 * proved the address {@linkplain org.clubpost.function.cognito.Welcome welcomed}: put into a group of the pool and into
 * the lists. What it cannot do in time it leaves to {@link org.clubpost.function.cognito.FinishHandler}, behind a
 * queue. {@link org.clubpost.function.cognito.TriggersHandler} attaches the first two to a pool that exists.
 */
@NullMarked
package org.clubpost.function.cognito;

import org.jspecify.annotations.NullMarked;
