package org.clubpost.function.admin.api.members;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.list.GroupName;
import org.clubpost.function.admin.api.ApiCall;

/** Names of groups in a body. */
final class GroupTexts {

    private GroupTexts() {}

    /** The groups that the member of the body names; empty when one is none of the list. */
    static Optional<Set<GroupName>> of(ApiCall call, String field) {
        var all = new HashSet<GroupName>();
        for (var text : call.texts(field)) {
            var group = GroupName.parse(text).filter(call.list().groups().all()::contains);
            if (group.isEmpty()) {
                return Optional.empty();
            }
            all.add(group.get());
        }
        return Optional.of(all);
    }
}
