/**
 * Angus Mail, our implementation of Jakarta Mail, set up as we want it. Every module that uses Angus Mail, or a library
 * that does, gets it from this module, together with {@link org.clubpost.angus.Angus}.
 */
@NullMarked
package org.clubpost.angus;

import org.jspecify.annotations.NullMarked;
