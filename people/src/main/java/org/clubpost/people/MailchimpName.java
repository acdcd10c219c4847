package org.clubpost.people;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mailchimp exports those who left, and those who never agreed, into files of their own, which say so by their name
 * alone.
 */
final class MailchimpName {

    private static final Pattern NOBODY = Pattern
            .compile("(?i)(unsubscribed|nonsubscribed|cleaned|archived)_.*(_export_|segment|audience|members).*");

    private MailchimpName() {}

    /** Why nobody in that file is a member; empty for any other file. */
    static Optional<String> whyNobody(Path path) {
        var file = path.getFileName();
        if (file == null) {
            return Optional.empty();
        }
        var name = NOBODY.matcher(file.toString());
        return name.matches() ? Optional.of("the file's name says \"" + name.group(1) + "\"") : Optional.empty();
    }
}
