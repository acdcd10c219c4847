/** An account in AWS and the DNS, on loopback, as far as the command line looks at them. */
@NullMarked
package org.clubpost.cli.aws;

import org.jspecify.annotations.NullMarked;
