/**
 * A stand-in for Amazon SES on loopback, for the tests of this module and of others: {@link
 * org.clubpost.aws.ses.SesStub} speaks the protocol, {@code SesRules} refuses what SES refuses, {@link
 * org.clubpost.aws.ses.SesTrouble} is what can be made to go wrong, and {@link org.clubpost.aws.ses.SentMail} what came
 * in.
 */
@NullMarked
package org.clubpost.aws.ses;

import org.jspecify.annotations.NullMarked;
