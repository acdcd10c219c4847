package org.clubpost.mail.rule;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.angus.Angus;
import org.clubpost.mail.charset.CharsetLabels;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.FieldLimits;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.tnef.Tnef;

/**
 * The names of the files in a mail, decoded (RFC 2183 section 2.3, RFC 2231, and encoded words, which many programs use
 * instead). The files that will be unpacked from a {@code winmail.dat} are among them.
 */
public final class FileNames {

    /** How deep forwarded mails in forwarded mails are looked into. */
    private static final int MAX_DEPTH = 4;

    /** A name in a field that breaks the grammar: its quotes are not closed, or it follows a doubled semicolon. */
    private static final Pattern LOOSE_NAME = Pattern.compile("name\\*?=\"?([^\";]{1,500})", Pattern.CASE_INSENSITIVE);

    static {
        Angus.lenient();
    }

    private FileNames() {}

    /** The names, in their order, including those in forwarded mails. */
    static Set<String> in(Entity mail) {
        var names = new LinkedHashSet<String>();
        collect(mail, names, 0, false);
        return names;
    }

    /** The name that a part has as a file; empty when it has none. */
    public static Optional<String> of(Entity part) {
        return names(part).findFirst();
    }

    private static Stream<String> names(Entity part) {
        return Stream.concat(dispositionNames(part), part.contentType().parameter("name").stream())
                .map(HeaderText::decodedName).filter(name -> !name.isEmpty());
    }

    /**
     * @param depth in how many forwarded mails it lies
     * @param sealed whether it is under a signature or an encryption, and so will not be unpacked
     */
    private static void collect(Entity entity, Set<String> names, int depth, boolean sealed) {
        names(entity).forEach(names::add);
        var untouched = sealed || entity.isSealed() || depth > 0;
        switch (entity.body()) {
            case Body.Multipart multipart ->
                multipart.parts().forEach(part -> collect(part.entity(), names, depth, untouched));
            case Body.Leaf _ when Tnef.isTnef(entity) && !untouched ->
                names.addAll(Tnef.of(entity).names());
            case Body.Leaf(var octets) -> {
                if (entity.contentType().is("message", "rfc822") && entity.transferEncoding().isIdentity()
                        && depth < MAX_DEPTH) {
                    collect(MimeParser.parse(octets), names, depth + 1, true);
                }
            }
            case Body.Edited _ -> {
            }
        }
    }

    /** Reads every such field, because readers differ in which of several fields they take. */
    private static Stream<String> dispositionNames(Entity entity) {
        return entity.header().all("Content-Disposition").stream().flatMap(field -> dispositionNames(field.value()));
    }

    private static Stream<String> dispositionNames(String value) {
        // Where the strict reader finds no name, many mail programs still do.
        return strictName(value).map(Stream::of)
                .orElseGet(() -> LOOSE_NAME.matcher(value).results().map(found -> found.group(1).strip()));
    }

    private static Optional<String> strictName(String value) {
        if (value.length() > FieldLimits.PARAMETERS) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new ContentDisposition(CharsetLabels.widened(value)).getParameter("filename"));
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
