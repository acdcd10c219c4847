package org.clubpost.mail.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.james.mime4j.MimeException;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.mail.Comparison;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Strangers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Goes through a folder of real mails, however broken, if there is one: the folder of the system property {@code
 * clubpost.mails}, or {@code shared/mail} beside the checkout. Every mail is rewritten, those too that a rule would
 * stop, because an owner may let them out.
 */
class RealMailsPreviewTest {

    private static final MailingList LIST = Mails.list().with(new Posting(PostingPolicy.ANYONE, 40L << 20));
    private static final ListPreparation PREPARATION = new ListPreparation(Mails.context(LIST).links(),
            new InMemorySentIds());
    private static final Preview PREVIEW = new Preview(LIST, Routes.of(new Strangers()), PREPARATION, Trust.AUTHOR);

    /** What SES refuses to send twice in a header (SES Developer Guide, "Amazon SES header fields"). */
    private static final Set<String> ONCE = Set.of("accept-language", "archived-at", "auto-submitted", "bounces-to",
            "comments", "date", "delivered-to", "dkim-signature", "domainkey-signature", "errors-to", "from",
            "importance", "in-reply-to", "keywords", "list-archive", "list-help", "list-id", "list-owner", "list-post",
            "list-subscribe", "list-unsubscribe", "message-context", "message-id", "mime-version", "organization",
            "original-from", "original-message-id", "original-recipient", "original-subject", "precedence", "priority",
            "references", "reply-to", "return-path", "return-receipt-to", "sender", "solicitation", "sensitivity",
            "subject", "thread-index", "thread-topic", "user-agent", "vbr-info", "to", "cc");

    /** Mails that readers do not agree about, and why: what they were before depends on whom you ask. */
    private static final Set<String> READERS_DIFFER = Set.of(
            // A part whose header lacks its empty line.
            "outofmemory-no-header-seperation.eml",
            // Lines of a scanner behind base64.
            "b08-b64-footer.eml",
            // A Content-Type of "<html>", which the copy mends.
            "empty-ctype-bad-content.raw",
            // Octets that are no quoted-printable under that name.
            "quoted-printable-invalid.raw",
            // Text after a boundary on its line.
            "ending-boundaries.msg",
            // A boundary of more than 70 characters that ends in spaces (RFC 2046 section 5.1.1 forbids both).
            "very-long-boundary.msg", "very-very-long-boundary.msg", "weird-boundary.msg");

    /** Mails of which Angus Mail makes something else than the standard says, and why. */
    private static final Set<String> ANGUS_DIFFERS = Set.of(
            // A Content-Type that it cannot read, and takes for text; in the copy it can.
            "mime-bad-content-type.raw", "mime-blank-media-name.raw", "malformed-content-type-params.raw",
            "missing-closing-param-quote.raw",
            // A text of which it loses the last line.
            "lhost-apachejames-01.eml",
            // An empty part, which it passes over, or in whose place it takes the epilogue.
            "2002_06_12_doublebound.msg", "double-bound.msg", "multipartemptypart.msg",
            // Parts of a multipart/digest without a type are mails (RFC 2046 section 5.1.5); the copy says so.
            "multi-digest.msg", "multipartdigestnestedemptyparts.msg",
            // Lines of a scanner behind base64.
            "b08-b64-footer.eml",
            // A Content-Type of "<html>", which the copy mends.
            "empty-ctype-bad-content.raw",
            // A picture, and no mail.
            "4037_015.jpg");

    private static List<Path> files = List.of();

    @BeforeAll
    static void findMails() {
        assumeTrue(Mails.realMails().isPresent(),
                "skipped: no folder of real mails; name one with -Dclubpost.mails=FOLDER");
        files = Mails.filesBelow(Mails.realMails().orElseThrow());
    }

    private static Octets wire(Path file) {
        try {
            return LineEnds.onTheWire(Octets.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] copy(Path file) {
        return PREPARATION.prepare(LIST, wire(file)).render(Mails.ANNA).toByteArray();
    }

    /** What the function has against each mail, with the name of its file. */
    private static List<String> complaints(Function<Path, List<String>> check) {
        var all = new ArrayList<String>();
        for (var file : files) {
            check.apply(file).stream().filter(_ -> !Mails.hasWinmail(file))
                    .forEach(what -> all.add(file.getFileName() + ": " + what));
        }
        return all;
    }

    @Test
    void everyMailGetsAVerdictAndARelayedOneACopy() {
        var verdicts = new TreeMap<String, Integer>();
        for (var file : files) {
            var previewed = PREVIEW.of(wire(file));
            verdicts.merge(previewed.verdict(), 1, Integer::sum);
            assertEquals(previewed.verdict().equals("relay"), previewed.mail().isPresent(), file.toString());
        }

        assertEquals(files.size(), verdicts.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void everyCopyIsTakenByAStrictReader() {
        assertEquals(List.of(), complaints(file -> {
            try {
                StrictReader.read(copy(file));
                return List.of();
            } catch (MimeException | IOException e) {
                return List.of(e.toString());
            }
        }));
    }

    @Test
    void everyCopyIsSafeForEveryRelay() {
        assertEquals(List.of(), complaints(file -> {
            var found = new ArrayList<String>();
            var copy = Octets.of(copy(file));
            var sealed = isSealed(MimeParser.parse(copy));
            for (int at = 0; at < copy.length(); at = copy.lineEnd(at)) {
                var line = copy.slice(at, copy.lineEnd(at));
                var text = line.withoutLineEnd();
                if (line.lineEndLength() == 1 || text.indexOf((byte) '\r', 0) >= 0) {
                    found.add("a line end that is not CRLF");
                }
                if (text.length() > 998) {
                    found.add("a line of " + text.length());
                }
                if (!sealed && text.latin1().chars().anyMatch(c -> c == 0 || c > 126)) {
                    found.add("an octet that is not 7-bit");
                }
            }
            return found.stream().distinct().toList();
        }));
    }

    @Test
    void everyFieldThatMayStandOnceDoes() {
        assertEquals(List.of(), complaints(file -> {
            var names = MimeParser.parse(Octets.of(copy(file))).header().lines().stream()
                    .map(line -> line.name().toLowerCase(Locale.ROOT)).toList();
            return ONCE.stream().filter(once -> names.stream().filter(once::equals).count() > 1).sorted().toList();
        }));
    }

    @Test
    void whatAnotherReaderFindsIsTheSameAsBefore() {
        assertEquals(List.of(), complaints(file -> READERS_DIFFER.contains(file.getFileName().toString())
                ? List.of()
                : lost(StrictReader::readLeniently, wire(file).toByteArray(), copy(file))));
    }

    @Test
    void whatAThirdReaderFindsIsTheSameAsBefore() {
        assertEquals(List.of(), complaints(file -> ANGUS_DIFFERS.contains(file.getFileName().toString())
                ? List.of()
                : lost(AngusReader::read, wire(file).toByteArray(), copy(file))));
    }

    private static List<String> lost(Function<byte[], Optional<List<StrictReader.Leaf>>> reader, byte[] mail,
            byte[] copy) {
        var before = reader.apply(mail).orElse(List.of());
        var after = reader.apply(copy).orElse(List.of()).stream().filter(leaf -> !Comparison.isFooter(leaf.octets()))
                .toList();
        if (before.size() > after.size()) {
            return List.of(before.size() + " leaves are " + after.size());
        }
        var lost = new ArrayList<String>();
        for (int i = 0; i < before.size(); i++) {
            var old = before.get(i);
            var made = after.get(i);
            if (!old.type().equals(made.type())) {
                lost.add("leaf " + i + " was " + old.type() + " and is " + made.type());
            } else if (old.type().equals("message/rfc822")) {
                lost.addAll(lost(reader, old.bytes(), made.bytes()));
            } else if (!old.octets().equals(made.octets()) && !(old.isText() && isKept(old.text(), made.text()))) {
                lost.add("leaf " + i + " of type " + old.type() + " has changed");
            }
        }
        return lost;
    }

    /** A footer is put in at one place: the text is what is left without it. */
    private static boolean isKept(String text, String made) {
        int same = 0;
        while (same < Math.min(text.length(), made.length()) && text.charAt(same) == made.charAt(same)) {
            same++;
        }
        return made.endsWith(text.substring(same));
    }

    private static boolean isSealed(Entity entity) {
        return entity.isSealed() || (entity.body() instanceof Body.Multipart multipart
                && multipart.parts().stream().anyMatch(part -> isSealed(part.entity())));
    }
}
