package org.clubpost.notices;

import java.util.List;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.LetterDraft.Entry;
import org.clubpost.site.LetterDraft.Link;
import org.clubpost.site.Letters;

/** The letter that says how a list works. */
final class HelpLetter {

    private final MemberNotice.Help help;
    private final Letters letters;

    private HelpLetter(MemberNotice.Help help, Letters letters) {
        this.help = help;
        this.letters = letters;
    }

    static LetterDraft draft(MemberNotice.Help help, Letters letters) {
        var letter = new HelpLetter(help, letters);
        return LetterDraft.about(help.list(), "help", help.language()).to("author")
                .with(letter.join())
                .with(letter.entry("leave", "leave.how", help.list().address(ListRole.LEAVE), List.of()))
                .with(letter.entry("post", letter.whoPosts(), help.list().address(), List.of()))
                .with(letter.entry("settings", "settings.how", help.list().address(),
                        List.of(new Link(letter.words("settings.page"), help.ways().settings()))))
                .with(letter.entry("owner", "owner.how", help.list().address(ListRole.OWNER), List.of()));
    }

    private Entry join() {
        var list = help.list();
        if (!list.signUp().open()) {
            return entry("join", "join.closed", list.address(ListRole.OWNER), List.of());
        }
        return entry("join", list.signUp().needsApproval() ? "join.approval" : "join.open",
                list.address(ListRole.JOIN), List.of(new Link(words("join.page"), help.ways().signUp())));
    }

    private String whoPosts() {
        return switch (help.list().posting().policy()) {
            case OWNERS, POSTERS -> "post.some";
            case MEMBERS -> "post.members";
            case ANYONE -> "post.anyone";
        };
    }

    private Entry entry(String title, String how, EmailAddress address, List<Link> links) {
        return new Entry(words(title), List.of(letters.part(help.language(), "help." + how,
                Map.of("address", address.ascii()))), links);
    }

    private String words(String name) {
        return letters.part(help.language(), "help." + name, Map.of());
    }
}
