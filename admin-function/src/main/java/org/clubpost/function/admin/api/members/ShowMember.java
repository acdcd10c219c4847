package org.clubpost.function.admin.api.members;

import java.util.List;
import java.util.Map;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.EditMember;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.person.Scope;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.Returned;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists/LIST/members/MEMBER}: one person, with what owners remark and what came back lately.
 *
 * @param known finds people
 * @param edit knows what owners remark
 * @param bounces know what came back
 */
public record ShowMember(Known known, EditMember edit, Bounces bounces) implements Operation {

    private static final int SHOWN = 10;
    private static final String COMPLAINT = "complaint";

    @Override
    public Route route() {
        return Route.get("/lists/{list}/members/{member}");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_READ, Permission.SEE_MEMBERS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return known.answer(call, person -> Entry.of(person)
                .map(entry -> ApiAnswer.ok(Members.of().andAll(MemberJson.of(call.list().id(), entry, call.today()))
                        .unlessEmpty("remark", remark(call, person)).and("cameBack", cameBack(call, person))))
                .orElseGet(() -> Known.nobody().answer()));
    }

    private String remark(ApiCall call, Subscriber.Known person) {
        return edit.remark(call.actor(), call.list(), person) instanceof Answer.Allowed<String>(var text) ? text : "";
    }

    private List<Map<String, Object>> cameBack(ApiCall call, Subscriber.Known person) {
        return bounces.find(call.list().id(), person.id()).map(BounceRecord::history).orElseGet(List::of).reversed()
                .stream().limit(SHOWN).map(CameBack::what)
                .map(what -> Members.of("at", what.at()).and("reason", switch (what) {
                    case Returned.Bounce bounce -> bounce.reason().word();
                    case Returned.Complaint _ -> COMPLAINT;
                }).map()).toList();
    }
}
