package org.clubpost.function.unsubscribe;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.privacy.Disclose;
import org.clubpost.core.privacy.PersonalFile;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.site.ErasePage;
import org.clubpost.site.MyDataPage;
import org.clubpost.site.NonMemberPage;

/**
 * {@code GET /my-data?token=…} shows what is stored about a person, with {@code format=json} as a file. It takes a
 * fresh link, and changes nothing.
 *
 * @param own what people may ask
 * @param page the page
 * @param fresh says that a fresh link is needed
 * @param nonMember what is shown when there is nobody
 */
record Telling(Own own, MyDataPage page, ErasePage fresh, NonMemberPage nonMember) implements Conversation {

    private static final String FORMAT = "format";
    private static final String JSON = "json";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(Erasing.TOKEN, 500, FORMAT, 10, FormRequest.LANGUAGE_FIELD, 35), false).withBare(Erasing.TOKEN);

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return Erasing.proven(own, fresh, nonMember, visit, (list, known) -> tell(visit, list, known));
    }

    private Handled tell(Visit visit, MailingList list, Subscriber.Known known) {
        var now = own.clock().instant();
        var data = own.disclose().of(known.id(), now, Disclose.WHILE_SOMEBODY_WAITS);
        if (visit.text(FORMAT).equals(JSON)) {
            var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
            return Handled.of(HttpAnswer.download("my-data-" + day + ".json", PersonalFile.of(data)), "data-downloaded",
                    list.id());
        }
        return Handled.page(200, page.page(known.person().language(), list, known.person().address(), data,
                visit.text(Erasing.TOKEN)), "data-shown", list.id());
    }

    @Override
    public Handled act(Visit visit) {
        return show(visit);
    }
}
