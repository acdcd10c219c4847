/** Waiting for CloudFormation. */
@NullMarked
package org.clubpost.cli.cloud;

import org.jspecify.annotations.NullMarked;
