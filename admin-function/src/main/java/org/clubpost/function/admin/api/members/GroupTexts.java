package org.clubpost.function.admin.api.members;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clubpost.core.list.GroupName;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Problem.Wrong;

/** Names of groups in a body. */
final class GroupTexts {

    private GroupTexts() {}

    /** The groups that the member of the body names, without what is none of the list. */
    static Set<GroupName> of(ApiCall call, String field) {
        return call.texts(field).stream().flatMap(text -> group(call, text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The texts of the member of the body that are no groups of the list. */
    static List<Wrong> wrong(ApiCall call, String field) {
        var texts = call.texts(field);
        return IntStream.range(0, texts.size()).filter(index -> group(call, texts.get(index)).isEmpty())
                .mapToObj(index -> Wrong.in(field, index, "is no group of this list")).toList();
    }

    private static Optional<GroupName> group(ApiCall call, String text) {
        return GroupName.parse(text).filter(call.list().groups().all()::contains);
    }
}
