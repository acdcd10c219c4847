package org.clubpost.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.Charsets;

/** Compares a mail with what was made of it. */
public final class Comparison {

    /** The footer at the end of a text, and what we put between. */
    private static final Pattern FOOTER = Pattern
            .compile("(?:\\r?\\n){1,2}_{40}\\r?\\nYou receive this(?:[^\\n]*\\n){5}\\Z");

    private Comparison() {}

    /** One leaf of a mail, decoded. */
    private record Content(String type, boolean isText, String text) {}

    /**
     * What the mail had and the copy has not: leaves that are neither the same nor, as texts, the start of the new one.
     */
    static List<String> lost(Entity mail, Entity copy) {
        List<Content> before = contents(mail);
        List<Content> after = contents(copy).stream().filter(content -> !isFooter(content.text())).toList();
        List<String> lost = new ArrayList<>();
        if (before.size() > after.size()) {
            lost.add(before.size() + " leaves became " + after.size());
            return lost;
        }
        for (int i = 0; i < before.size(); i++) {
            Content old = before.get(i);
            Content made = after.get(i);
            boolean undivided = old.type().startsWith("multipart/") && made.type().equals("text/plain");
            if (!old.type().equals(made.type()) && !undivided) {
                lost.add("leaf " + i + " was " + old.type() + " and is " + made.type());
            } else if (!isKept(old, made)) {
                lost.add("leaf " + i + " of type " + old.type() + " has changed");
            }
        }
        return lost;
    }

    /** Whether a part holds nothing but the footer of the list for tests: then we put it in. */
    public static boolean isFooter(String text) {
        return text.startsWith("_".repeat(40)) && text.substring(40).stripLeading().startsWith("You receive this");
    }

    private static boolean isKept(Content old, Content made) {
        if (old.text().equals(made.text())) {
            return true;
        }
        return old.isText() && (isPutIn(old.text(), made.text())
                || isPutIn(old.text(), FOOTER.matcher(made.text()).replaceFirst("")));
    }

    /** One thing is put in at one place: the old text is what is left without it. */
    private static boolean isPutIn(String old, String made) {
        int same = 0;
        int shorter = Math.min(old.length(), made.length());
        while (same < shorter && old.charAt(same) == made.charAt(same)) {
            same++;
        }
        return made.endsWith(old.substring(same));
    }

    private static List<Content> contents(Entity entity) {
        List<Content> found = new ArrayList<>();
        collect(entity, entity.contentType(), found);
        return found;
    }

    /** What a part without the field is depends on what it is in (RFC 2046 section 5.1.5). */
    private static ContentType typeIn(Entity multipart, Entity part) {
        boolean implied = multipart.contentType().is("multipart", "digest") && !part.header().has("Content-Type");
        return implied ? ContentType.parse("message/rfc822") : part.contentType();
    }

    private static void collect(Entity entity, ContentType given, List<Content> found) {
        switch (entity.body()) {
            case Body.Multipart multipart -> multipart.parts()
                    .forEach(part -> collect(part.entity(), typeIn(entity, part.entity()), found));
            case Body.Edited _ -> throw new IllegalArgumentException("not written yet");
            case Body.Leaf(Octets octets) -> {
                Octets decoded = TransferDecoder.decodeText(octets, entity.transferEncoding()).orElse(octets);
                if (given.is("message", "rfc822")) {
                    Entity inside = MimeParser.parse(decoded);
                    collect(inside, inside.contentType(), found);
                    return;
                }
                String type = given.type() + "/" + given.subtype();
                found.add(new Content(type, List.of("text", "multipart").contains(given.type()),
                        text(entity, decoded)));
            }
        }
    }

    private static String text(Entity entity, Octets decoded) {
        return Charsets.read(decoded, entity.contentType().parameter("charset").orElse("us-ascii"));
    }
}
