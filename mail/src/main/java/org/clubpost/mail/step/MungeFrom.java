package org.clubpost.mail.step;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.field.Unstructured;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;

/**
 * Puts the list's address into From, because SES sends only for verified identities and because DMARC (RFC 9989) asks
 * for a domain that we can sign for: {@code "Anna Author via Chess Club" <news@lists.example.org>}. The author stays
 * visible in {@code Author} (RFC 9057) and {@code X-Original-From}; the address never stands in the display name, where
 * it would look like a forgery. If there are several authors, the first one is named. If no author can be read, the
 * list's name stands alone.
 */
final class MungeFrom implements Step {

    private static final int LONGEST_NAME = 64;
    /** No real name is longer than this, and the pattern for signs around a word is not made for longer texts. */
    private static final int MOST_LOOKED_AT = 500;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Header header = mail.header();
        MailingList list = context.list();
        Optional<HeaderLine.Field> original = header.first("From");
        List<Mailbox> authors = original.map(field -> Mailbox.parse(field.value())).orElse(List.of());
        String listName = list.profile().name();
        var sender = authors.isEmpty()
                ? new Mailbox(listName, list.address())
                : named(authors.getFirst(), " " + context.texts().via() + " " + listName, list.address());
        Header munged = header.with("From", sender.written());
        if (!authors.isEmpty()) {
            munged = munged.with("Author", Mailbox.written(authors));
        }
        return mail.with(original.isPresent()
                ? munged.with("X-Original-From", original(original.get(), authors))
                : munged);
    }

    private static String original(HeaderLine.Field from, List<Mailbox> authors) {
        return authors.isEmpty()
                ? Unstructured.of(from.value()).written("X-Original-From")
                : Mailbox.written(authors);
    }

    /** The list in the name of its author. The encoded words of the author's name stay what they are. */
    private static Mailbox named(Mailbox author, String after, EmailAddress list) {
        String name = nameOf(author);
        return name.equals(author.name())
                ? new Mailbox(name, author.address(), author.phrase()).followedBy(after, list)
                : new Mailbox(name + after, list);
    }

    /** What to call the author: the display name without anything that looks like an address, else the local part. */
    static String nameOf(Mailbox author) {
        var name = new StringBuilder();
        String beginning = author.name().substring(0, Math.min(author.name().length(), MOST_LOOKED_AT));
        for (String word : BLANKS.splitAsStream(beginning).toList()) {
            String bare = word.replaceAll("^[<(\\[\"']+|[>)\\]\"',;:]+$", "");
            int at = bare.indexOf('@');
            name.append(at < 0 ? word : bare.substring(0, at)).append(at == 0 ? "" : " ");
        }
        String clean = name.toString().replaceAll("[\"<>]", "").strip();
        String chosen = clean.isEmpty() ? author.address().localPart() : clean;
        return chosen.codePointCount(0, chosen.length()) <= LONGEST_NAME
                ? chosen
                : chosen.substring(0, chosen.offsetByCodePoints(0, LONGEST_NAME)).strip() + "\u2026";
    }
}
