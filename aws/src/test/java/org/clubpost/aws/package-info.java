/** Tests of what all adapters share. */
@NullMarked
package org.clubpost.aws;

import org.jspecify.annotations.NullMarked;
