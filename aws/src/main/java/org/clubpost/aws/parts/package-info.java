/**
 * The one place that makes the parts that functions are made of.
 *
 * <p>{@link org.clubpost.aws.parts.FunctionParts} says what is chosen for an installation, and how that is put together
 * into what the use cases need. In the cloud the choice is {@link org.clubpost.aws.parts.CloudParts}; a service on one
 * machine has its own. Every function's {@code Wiring} makes its use cases of the parts that it is given, and does not
 * know which they are.
 */
@NullMarked
package org.clubpost.aws.parts;

import org.jspecify.annotations.NullMarked;
