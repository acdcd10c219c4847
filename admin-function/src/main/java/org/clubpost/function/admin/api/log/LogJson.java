package org.clubpost.function.admin.api.log;

import java.util.Map;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Undoable;
import org.clubpost.function.admin.api.Members;

/** An entry of the log in JSON. */
final class LogJson {

    private LogJson() {}

    /**
     * An entry.
     *
     * @param undoable says what can be undone
     */
    static Map<String, Object> of(LogEntry entry, Undoable undoable) {
        var members = Members.of("id", entry.id().value()).and("time", entry.time())
                .and("act", Members.word(entry.act()))
                .and("actor", actor(entry.actor())).and("way", entry.way().word());
        switch (entry.about()) {
            case About.WholeList _ -> members.and("about", "list");
            case About.OnePerson(var id) -> members.and("about", "member").and("member", id.hex());
            case About.OnePost(var id) -> members.and("about", "post").and("post", id.value());
        }
        return members.and("changes", entry.changes().stream().map(change -> Members.of("what", change.what())
                .and("before", change.before()).and("after", change.after()).map()).toList())
                .and("undoes", entry.undoes().map(EntryId::value)).and("undoable", undoable.isOffered(entry)).map();
    }

    private static Map<String, Object> actor(Actor actor) {
        return switch (actor) {
            case Actor.Owner(var address) -> Members.of("kind", "owner").and("email", address.written()).map();
            case Actor.Operator _ -> Members.of("kind", "operator").map();
            case Actor.Member _ -> Members.of("kind", "member").map();
            case Actor.Service _ -> Members.of("kind", "service").map();
            case Actor.Unknown _ -> Members.of("kind", "unknown").map();
        };
    }
}
