package org.clubpost.local.backup;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.local.lambda.Marks;

/** What an entry of an archive is, by its name. There is nothing else in an archive. */
enum Kind {
    /** What the archive says of itself. */
    HEAD(1 << 16),
    /** The secrets of the installation. */
    SECRETS(1 << 16),
    /** The database. */
    DATABASE(1L << 40),
    /** Says that a mail is still to be taken in. */
    MARK(0),
    /** A mail, as it came or as it goes out. More than twice the largest that is taken. */
    MAIL(100L << 20);

    private static final Pattern MAIL_FILE = Pattern
            .compile("mail(/[a-z0-9_%-][a-z0-9._%-]{0,254}){1,6}(?<=\\.eml|\\.prepared)");
    private static final String MARKS = "events/";

    private final long mostOctets;

    Kind(long mostOctets) {
        this.mostOctets = mostOctets;
    }

    /** More than any of them has. */
    long mostOctets() {
        return mostOctets;
    }

    /** The kind of the entry of that name; empty when it does not belong there, such as one that leads elsewhere. */
    static Optional<Kind> of(String name) {
        return switch (name) {
            case ArchiveHead.NAME -> Optional.of(HEAD);
            case "secrets.properties" -> Optional.of(SECRETS);
            case "clubpost.db" -> Optional.of(DATABASE);
            case String mark when mark.startsWith(MARKS) && Marks.mail(mark.substring(MARKS.length())).isPresent() ->
                Optional.of(MARK);
            case String mail when MAIL_FILE.matcher(mail).matches() -> Optional.of(MAIL);
            default -> Optional.empty();
        };
    }
}
