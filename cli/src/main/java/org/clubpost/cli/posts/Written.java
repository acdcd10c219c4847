package org.clubpost.cli.posts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.function.admin.write.Markdown;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.field.FieldText;
import picocli.CommandLine.Option;

/** What a post is to be, as options say it. */
final class Written {

    private static final int MOST_OF_SUBJECT = 200;
    private static final int MOST_OF_NAME = 80;
    private static final int MOST_OF_TEXT = 1_000_000;

    @Option(names = "--subject", paramLabel = "TEXT", required = true, description = "The subject.")
    private String subject = "";
    @Option(names = "--markdown", description = "The text is Markdown: **bold**, # heading, and so on.")
    private boolean markdown;
    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "Whose post it is: an owner or a moderator of the list (default: the first owner).")
    private String from = "";
    @Option(names = "--name", paramLabel = "NAME", description = "The author's name.")
    private String name = "";
    @Option(names = "--group", paramLabel = "GROUP", description = "Only to this group (default: to all).")
    private String group = "";
    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When it goes out: 2026-12-24T08:00 in the time zone of the list, or with an offset "
                    + "(default: at once).")
    private String at = "";
    @Option(
            names = "--attach",
            paramLabel = "FILE",
            description = "A file that goes along. May be given several times.")
    private List<Path> files = new ArrayList<>();

    /**
     * The draft.
     *
     * @param text what it says
     * @throws CommandFailure when something cannot be so
     */
    Draft draft(MailingList list, String text) {
        var line = FieldText.oneLine(subject).strip();
        if (line.isEmpty() || line.length() > MOST_OF_SUBJECT) {
            throw new CommandFailure("--subject is a line of 1 to " + MOST_OF_SUBJECT + " characters.");
        }
        if (text.isBlank() || text.length() > MOST_OF_TEXT) {
            throw new CommandFailure("The text has 1 to " + MOST_OF_TEXT + " characters.");
        }
        return new Draft(new Draft.Writer(shownName(), author(list)), to(list), line,
                new Draft.Words(text, markdown ? Optional.of(Markdown.page(text)) : Optional.empty()),
                files.stream().map(Written::file).toList(), time(list));
    }

    private String shownName() {
        var line = FieldText.oneLine(name).strip();
        if (line.length() > MOST_OF_NAME) {
            throw new CommandFailure("--name has at most " + MOST_OF_NAME + " characters.");
        }
        return line;
    }

    /** Whose post it is. */
    private EmailAddress author(MailingList list) {
        var people = list.people();
        return from.isEmpty()
                ? people.owners().getFirst()
                : EmailAddress.parse(from).filter(people.deciders()::contains).orElseThrow(() -> new CommandFailure(
                        "--from is an owner or a moderator of the list: ./clubpost list people " + list.id()));
    }

    private EmailAddress to(MailingList list) {
        return group.isEmpty()
                ? list.address()
                : list.groups().all().stream().filter(each -> each.value().equals(group)).findFirst()
                        .flatMap(each -> EmailAddress.parse(list.id() + "+" + each.value() + "@" + list.domain()))
                        .orElseThrow(() -> new CommandFailure("The list has no group \"" + group + "\". It has: "
                                + String.join(", ",
                                        list.groups().all().stream().map(GroupName::value).sorted().toList())));
    }

    private Optional<OffsetDateTime> time(MailingList list) {
        return at.isEmpty() ? Optional.empty() : Optional.of(parsed(list));
    }

    private OffsetDateTime parsed(MailingList list) {
        try {
            if (!Character.isDigit(at.charAt(0))) {
                throw new DateTimeException("no mail has such a year");
            }
            return at.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(at)
                    : LocalDateTime.parse(at).atZone(list.dispatch().zone()).toOffsetDateTime();
        } catch (DateTimeException unreadable) {
            throw new CommandFailure("--at is a time such as 2026-12-24T08:00 or 2026-12-24T08:00+01:00.");
        }
    }

    private static Draft.File file(Path path) {
        try {
            return new Draft.File(FieldText.oneLine(path.getFileName().toString()), Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new CommandFailure("The file " + path + " cannot be read.");
        }
    }

    /**
     * The text in that file, or on the standard input.
     *
     * @throws CommandFailure when it cannot be read, or is not in UTF-8
     */
    static String text(String path, InputStream input) {
        try {
            var octets = path.equals("-") ? input.readNBytes(4 * MOST_OF_TEXT) : Files.readAllBytes(Path.of(path));
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException otherText) {
            throw new CommandFailure("The text is not in UTF-8.");
        } catch (IOException unreadable) {
            throw new CommandFailure("The text cannot be read" + (path.equals("-") ? "." : " from " + path + "."));
        }
    }
}
