/**
 * An AWS that we have not written, for the tests of this module and of others: moto's server on loopback, and a table, a
 * bucket, a queue and an SES account in it.
 */
@NullMarked
package org.clubpost.aws.moto;

import org.jspecify.annotations.NullMarked;
