package org.clubpost.function.admin.api.members;

import java.util.Optional;
import java.util.function.Predicate;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.members.LatestEntry;

/**
 * What is answered when something was done with a member. It names the member by the key only, so that it may be kept.
 *
 * @param latest finds what was just done
 */
public record Done(LatestEntry latest) {

    /** That was done, and the entry of the log by which it can be undone. */
    Members of(ApiCall call, String outcome, SubscriberId member) {
        return said(call, outcome, member).and("undo", entry(call, entry -> entry.act() != Act.MOVED));
    }

    /** An address was changed; that entry stands before what was done since. */
    Members moved(ApiCall call, String outcome, SubscriberId member) {
        return said(call, outcome, member).and("undo", entry(call, entry -> entry.act() == Act.MOVED));
    }

    /** That was done, and cannot be undone, or is so already. */
    Members said(ApiCall call, String outcome, SubscriberId member) {
        return Members.of("outcome", outcome).and("id", member.hex())
                .and("href", MemberJson.href(call.list().id(), member.hex()));
    }

    private Optional<String> entry(ApiCall call, Predicate<LogEntry> wanted) {
        return latest.of(call.list().id(), call.actor(), call.now(), wanted).map(EntryId::value);
    }
}
