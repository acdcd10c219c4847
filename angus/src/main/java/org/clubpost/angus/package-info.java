/**
 * Angus Mail, our implementation of Jakarta Mail, as we want it. Every module that uses it, or a library that does,
 * gets it from this one, and {@link org.clubpost.angus.Angus} with it.
 */
@NullMarked
package org.clubpost.angus;

import org.jspecify.annotations.NullMarked;
