/**
 * The store of mails, on one S3 bucket: an object for each mail, its key the {@linkplain
 * org.clubpost.core.store.MailKey mail's}.
 */
@NullMarked
package org.clubpost.aws.s3;

import org.jspecify.annotations.NullMarked;
