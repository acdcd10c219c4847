/** What commands are told, and how they answer: aligned columns for people, JSON for programs. */
@NullMarked
package org.clubpost.cli.output;

import org.jspecify.annotations.NullMarked;
