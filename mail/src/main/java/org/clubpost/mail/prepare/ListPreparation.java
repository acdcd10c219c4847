package org.clubpost.mail.prepare;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.SentIds;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.step.PostContext;
import org.clubpost.mail.step.Steps;

/**
 * Rewrites posts for their lists: looks up which posts a reply's ids stand for, does all steps, and compiles the result.
 *
 * @param links makes the links
 * @param sentIds knows the ids of earlier copies
 */
public record ListPreparation(PublicLinks links, SentIds sentIds) {

    /** More ids than this a reply of a mail program does not have; each costs a look into the table. */
    private static final int MOST_IDS = 40;

    /**
     * Prepares a mail.
     *
     * @param list the list that it goes to
     * @param raw the mail as it came; any octets at all
     */
    public CompiledMail prepare(MailingList list, Octets raw) {
        return prepare(list, MimeParser.parse(LineEnds.onTheWire(raw)), (_, _) -> {
        });
    }

    /**
     * Prepares a mail that was read already.
     *
     * @param witness is shown the mail after each step, with the step's name
     */
    public CompiledMail prepare(MailingList list, Entity mail, BiConsumer<String, Entity> witness) {
        return CompiledMail.compile(Steps.apply(mail, new PostContext(list, links, originals(mail)), witness));
    }

    private Map<String, String> originals(Entity mail) {
        List<String> ids = Stream.of("In-Reply-To", "References").flatMap(name -> mail.header().value(name).stream())
                .flatMap(value -> MessageIds.in(value).reversed().stream()).distinct().limit(MOST_IDS).toList();
        return ids.isEmpty() ? Map.of() : sentIds.originals(ids);
    }
}
