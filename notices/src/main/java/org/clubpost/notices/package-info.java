/**
 * The mails that Clubpost writes itself: {@link org.clubpost.notices.CommonsEmailNotices} puts the words of {@link
 * org.clubpost.site.Letters} into mails that follow RFC 3834 and hands them to the {@link
 * org.clubpost.core.outbox.Outbox}.
 *
 * <p>For another kind of mail: add a record to {@link org.clubpost.core.notice.Notice}, its texts to the
 * catalogue ({@link org.clubpost.core.text.Catalogue}), and a case to the switch in {@link
 * org.clubpost.notices.CommonsEmailNotices}, which does not compile without it.
 */
@NullMarked
package org.clubpost.notices;

import org.jspecify.annotations.NullMarked;
