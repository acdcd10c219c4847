/** Tests of the settings and secrets. */
@NullMarked
package org.clubpost.aws.config;

import org.jspecify.annotations.NullMarked;
