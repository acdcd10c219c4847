package org.clubpost.function.admin.members;

import java.util.Optional;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.History;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.site.ConsentSheet;
import org.clubpost.site.Site;

/**
 * {@code /rooms/LIST/members/KEY/consent}: what somebody agreed to and what happened since, as one page to print.
 *
 * @param subscribers who is on the lists
 * @param history what happened to people
 * @param wordings the words that people agreed to
 */
public record ConsentRoom(Subscribers subscribers, History history, Wordings wordings) implements Room {

    /** Made when somebody first wants it, not when the function starts. */
    private static final class Loaded {

        private static final ConsentSheet SHEET = new ConsentSheet(Site.load());
    }

    @Override
    public RoomPath path() {
        return RoomPath.ofList("members", RoomPath.ANY, "consent");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.SEE_MEMBERS);
    }

    @Override
    public KnownFields fields() {
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var list = visit.list();
        return SubscriberId.parse(visit.piece(0)).flatMap(id -> subscribers.find(list.id(), id))
                .map(Stored::subscriber)
                .map(known -> ConsentSheet.Facts.of(list, known, wordings,
                        history.of(list.id(), known.id(), visit.now()), visit.now()))
                .map(facts -> RoomAnswer.whole(HttpAnswer.html(200,
                        Loaded.SHEET.html(visit.words().language(), facts))))
                .orElseGet(RoomAnswer::notFound);
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.notFound();
    }
}
