package org.clubpost.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.Charsets;

/** Compares a mail with what was made of it. */
final class Comparison {

    private Comparison() {}

    /** One leaf of a mail, decoded. */
    private record Content(String type, boolean isText, String text) {}

    /**
     * What the mail had and the copy has not: leaves that are neither the same nor, as texts, the start of the new one.
     */
    static List<String> lost(Entity mail, Entity copy) {
        List<Content> before = contents(mail);
        List<Content> after = contents(copy);
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

    private static boolean isKept(Content old, Content made) {
        if (old.text().equals(made.text())) {
            return true;
        }
        // A footer is put in at one place: the old text is what is left without it.
        int same = 0;
        int shorter = Math.min(old.text().length(), made.text().length());
        while (same < shorter && old.text().charAt(same) == made.text().charAt(same)) {
            same++;
        }
        return old.isText() && made.text().endsWith(old.text().substring(same));
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
                Octets decoded = TransferDecoder.decode(octets, entity.transferEncoding()).orElse(octets);
                String type = given.type() + "/" + given.subtype();
                found.add(new Content(type, List.of("text", "multipart").contains(given.type()),
                        text(entity, decoded)));
            }
        }
    }

    private static String text(Entity entity, Octets decoded) {
        Charset named = entity.contentType().parameter("charset").flatMap(Charsets::named)
                .orElse(StandardCharsets.US_ASCII);
        Charset charset = named.equals(StandardCharsets.US_ASCII) ? Charsets.guess(decoded) : named;
        return Charsets.decode(decoded, charset).orElseGet(decoded::latin1);
    }
}
