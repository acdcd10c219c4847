/** The triggers, with pools in memory, and their adapters at moto's Cognito. */
@NullMarked
package org.clubpost.function.cognito;

import org.jspecify.annotations.NullMarked;
