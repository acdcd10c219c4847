/**
 * Mails at rest: a {@link org.clubpost.core.store.StoredMail} lies in the {@link org.clubpost.core.store.MailStore}
 * under its {@link org.clubpost.core.store.MailKey}.
 */
@NullMarked
package org.clubpost.core.store;

import org.jspecify.annotations.NullMarked;
