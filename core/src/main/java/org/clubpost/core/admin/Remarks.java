package org.clubpost.core.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;

/** The texts about people that only owners see, as acts use them. */
final class Remarks {

    /** Under what name the log says that a remark changed. */
    static final String REMARK = "remark";
    /** What it says. */
    static final List<Change> CHANGED = List.of(Change.withheld(REMARK));

    private Remarks() {}

    /** Keeps a text in place of the one of its kind. */
    static void keep(MemberTexts texts, MemberText text) {
        Attempts.untilDone(texts, () -> texts.replace(texts.find(text.list(), text.person(), text.kind()), text));
    }

    /** Sets a remark, and logs that; what it was before is kept first. Nothing is done when it is so already. */
    static boolean set(MemberTexts texts, ActLog log, LogEntry entry, String text) {
        var person = ((About.OnePerson) entry.about()).id();
        var before = now(texts, entry.list(), person);
        if (before.equals(text)) {
            return false;
        }
        keep(texts, new MemberText(entry.list(), person, MemberText.Kind.REMARK_BEFORE, before, text, entry.time()));
        keep(texts, MemberText.remark(entry.list(), person, text, entry.time()));
        log.put(entry);
        return true;
    }

    /** The remark under that key; empty for none. */
    static String now(MemberTexts texts, ListId list, SubscriberId person) {
        return texts.find(list, person, MemberText.Kind.REMARK).map(MemberText::text).orElse("");
    }

    /** The newest remark about somebody, under the key of now or an earlier one. */
    static String of(MemberTexts texts, Subscriber subscriber) {
        var keys = new ArrayList<>(List.of(subscriber.id()));
        if (subscriber instanceof Subscriber.Confirmed member) {
            member.moves().reversed().forEach(move -> keys.add(move.from()));
        }
        return keys.stream().map(key -> texts.find(subscriber.list(), key, MemberText.Kind.REMARK))
                .flatMap(Optional::stream).findFirst().map(MemberText::text).orElse("");
    }
}
