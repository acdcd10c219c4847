/** What a post costs and how long it takes on AWS, by running the delivery itself in virtual time; docs/scale.md. */
@NullMarked
package org.clubpost.core.scale;

import org.jspecify.annotations.NullMarked;
