/**
 * The functions as Lambda runs them: {@link org.clubpost.stack.lambda.RuntimeApi} is Lambda's side of the conversation
 * with AWS's own runtime interface client, which {@link org.clubpost.stack.lambda.RunningFunction} starts in a process
 * of its own with a function's packaged artifact, the handler's name and the environment variables of {@code
 * template.yaml}; {@link org.clubpost.stack.lambda.Cloud} is what the function then finds of AWS, on loopback.
 */
@NullMarked
package org.clubpost.stack.lambda;

import org.jspecify.annotations.NullMarked;
