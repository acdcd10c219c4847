package org.clubpost.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.CompiledMail;
import org.clubpost.mail.prepare.MemberValues;
import org.clubpost.mail.step.PostContext;
import org.clubpost.mail.step.Steps;

/** Mails, lists and members for tests. */
public final class Mails {

    private static final Set<String> UNPACKED = Set.of("70-tnef-letter-lost.eml", "72-tnef-embedded-mail-lost.eml");

    /** The values of a member whose every value can be told from the others. */
    public static final MemberValues ANNA = value -> switch (value) {
        case UNSUBSCRIBE_URL -> "https://lists.example.org/unsubscribe?token=PAGE";
        case ONE_CLICK_URL -> "https://lists.example.org/unsubscribe?token=CLICK";
        case UNSUBSCRIBE_MAILTO -> "mailto:news-leave@lists.example.org?subject=leave%20MAIL";
        case MANAGE_URL -> "https://lists.example.org/unsubscribe?token=MANAGE";
        case MEMBER_NAME -> "Änne <Ö>";
        case MEMBER_EMAIL -> "anna@example.com";
    };

    private Mails() {}

    /** Lines with CRLF after each. */
    public static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    /** The list news@lists.example.org. */
    public static MailingList list() {
        return MailingList.create(new ListId("news"), "lists.example.org", "Chess Club",
                List.of(EmailAddress.of("owner@example.org")));
    }

    /** The context of that list. */
    public static PostContext context() {
        return context(list());
    }

    /** The context of a list, with links under https://lists.example.org. */
    public static PostContext context(MailingList list) {
        var keys = new SigningKeys(1, Map.of(1, new SecretKeySpec(new byte[32], "HmacSHA256")));
        return new PostContext(list,
                new PublicLinks(URI.create("https://lists.example.org"), new MembershipTokens(keys)));
    }

    /** Does all steps with a mail, and compiles the result. */
    public static CompiledMail prepare(Octets raw, PostContext context) {
        return CompiledMail.compile(Steps.apply(MimeParser.parse(LineEnds.onTheWire(raw)), context));
    }

    /** Prepares a mail for a list and gives Anna's copy, one character for each byte. */
    public static String copy(String mail, MailingList list) {
        CompiledMail prepared = prepare(Octets.latin1(mail), context(list));
        return new String(prepared.render(ANNA).toByteArray(), StandardCharsets.ISO_8859_1);
    }

    /** Prepares a mail for news@ and gives Anna's copy. */
    public static String copy(String mail) {
        return copy(mail, list());
    }

    /** A file of the test resources. */
    public static byte[] resource(String name) {
        try (var in = Mails.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The folder of real mails, if this machine has one: the system property {@code clubpost.mails}, or {@code
     * shared/mail} beside the checkout.
     */
    public static Optional<Path> realMails() {
        var named = Optional.ofNullable(System.getProperty("clubpost.mails")).filter(name -> !name.isEmpty())
                .map(Path::of);
        return named.or(() -> Optional.of(Path.of("..", "..", "shared", "mail"))).filter(Files::isDirectory);
    }

    /** Whether the mail has a winmail.dat, in whose place its parts stand in the copy. */
    public static boolean hasWinmail(Path mail) {
        return UNPACKED.contains(mail.getFileName().toString());
    }

    /** All files below a folder. */
    public static List<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
