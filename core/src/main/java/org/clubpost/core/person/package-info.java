/** Those who run lists, as people who sign in. */
@NullMarked
package org.clubpost.core.person;

import org.jspecify.annotations.NullMarked;
