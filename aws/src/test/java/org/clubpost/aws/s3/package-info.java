/** Tests of the mail store, against an S3 endpoint within this process. */
@NullMarked
package org.clubpost.aws.s3;

import org.jspecify.annotations.NullMarked;
