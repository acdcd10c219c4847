/** Tests of the mail store, against S3 in moto's server. */
@NullMarked
package org.clubpost.aws.s3;

import org.jspecify.annotations.NullMarked;
