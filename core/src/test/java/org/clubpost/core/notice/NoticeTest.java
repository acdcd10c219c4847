package org.clubpost.core.notice;

import static org.clubpost.core.list.SampleLists.aListWithEverySetting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

final class NoticeTest {

    private static final EmailAddress SOMEBODY = EmailAddress.of("a@example.org");

    @Test
    void ownersAndAuthorsAreWrittenToInTheLanguageOfTheList() {
        var list = aListWithEverySetting(new ListId("schach"));

        assertEquals(Locale.forLanguageTag("de-CH"),
                new OwnerNotice.MemberJoined(list, SOMEBODY, SampleSubscribers.aPerson("b@example.org"), false)
                        .language());
        assertEquals(Locale.forLanguageTag("de-CH"),
                new PostNotice.PostRejected(list, SOMEBODY, "Hallo", "<1@example.org>", Reason.quoted("zu groß"))
                        .language());
    }
}
