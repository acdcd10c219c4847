/**
 * The log of a service on one machine: one file, with one line for each thing that was done, and nothing on the screen.
 */
@NullMarked
package org.clubpost.local.log;

import org.jspecify.annotations.NullMarked;
