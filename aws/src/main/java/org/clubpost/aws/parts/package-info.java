/**
 * The one place that makes the parts that functions are made of.
 *
 * <p>{@link org.clubpost.aws.parts.FunctionParts} says what is chosen for an installation, and puts it together into
 * what the use cases need. In the cloud the choice is {@link org.clubpost.aws.parts.CloudParts}; a service on one
 * machine makes a choice of its own. Every function's {@code Wiring} makes its use cases from the parts that it is
 * given, whichever they are.
 */
@NullMarked
package org.clubpost.aws.parts;

import org.jspecify.annotations.NullMarked;
