package org.clubpost.function.admin.mails;

import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.post.Post;
import org.clubpost.function.admin.words.Words;

/** What a post is called, who wrote it and whom it is for, in words. */
public final class Headlines {

    private Headlines() {}

    /** Its subject, or that it has none. */
    public static String subject(Words words, Post post) {
        return post.shownHeadline().subject().isEmpty()
                ? words.text("post.without-subject")
                : post.shownHeadline().subject();
    }

    /** Its author as the mail has it, or that it names nobody. */
    public static String author(Words words, Post post) {
        return post.shownHeadline().author().isEmpty() ? words.text("moderate.nobody") : post.shownHeadline().author();
    }

    /** Whom it is for, as the pages of the public say it. */
    public static String audience(Words words, Post post) {
        var groups = post.parties().audience().named();
        var names = groups.stream().map(GroupName::value).sorted().collect(Collectors.joining(", "));
        return switch (groups.size()) {
            case 0 -> words.text("audience.everyone");
            case 1 -> words.text("audience.group", Map.of("groups", names));
            default -> words.text("audience.groups", Map.of("groups", names));
        };
    }
}
