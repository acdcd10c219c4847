package org.clubpost.mail.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.words.ProgramWords;

/** Who wrote a mail, as far as its header tells: a mail system, or a person who quotes one. */
final class Senders {

    private static final int LONGEST = 500;
    private static final List<String> SYSTEMS = List.of("mailer-daemon", "mailerdaemon", "mail-daemon", "maildaemon",
            "mailer_daemon", "postmaster", "post_master", "mail delivery", "mail.delivery", "maildelivery",
            "delivery subsystem", "delivery system", "mail deliver system", "mmsc", "interscan", "content-filter",
            "mailsystem", "notification recipients", "mdaemon@", "smtp_mail_service", "antivirus_for_smtp",
            "mail delivery service",
            "mailer-deamon", "mailer@", "mailserver@",
            "delivery-status", "bounce@", "dsn@", "internet mail service");
    /** Names that people have too, who write with an address of their own. */
    private static final List<String> NAMES = List.of("system administrator", "systemadministrator",
            "administrateur système", "administrador del sistema", "amministratore di sistema", "mail system",
            "mail administrator", "microsoft outlook", "microsoft exchange");
    private static final List<String> FIELDS = List.of("X-Failed-Recipients", "X-MS-Embedded-Report", "X-MX-Bounce",
            "X-MS-Exchange-Message-Is-Ndr", "X-Mimecast-Originator");
    /** Programs that people write mail with. */
    private static final List<String> PROGRAMS = List.of("thunderbird", "apple mail", "iphone mail", "ipad mail",
            "microsoft outlook", "mutt", "roundcube", "k-9", "evolution", "kmail/", "claws", "horde", "squirrelmail",
            "the bat!", "eudora", "becky", "outlook express", "gnus");
    private static final List<String> PASSED_ON = List.of("fwd:", "fw:", "wg:", "tr:", "i:", "rv:", "enc:", "doorst:",
            "pd:", "vs:", "転送:", "转发:");

    private Senders() {}

    /** Whether a mail system wrote it, by the null sender (RFC 5321 section 4.5.5) or the author's name, and no answer. */
    static boolean isSystem(Header header) {
        return !isPassedOn(header) && !isAway(header) && (isNullSender(header) || FIELDS.stream().anyMatch(header::has)
                || SYSTEMS.stream().anyMatch(value(header, "From")::contains)
                || (!hasSender(header) && NAMES.stream().anyMatch(value(header, "From")::contains))
                || SYSTEMS.stream().limit(10).anyMatch(value(header, "Return-Path")::contains)
                || value(header, "Auto-Submitted").contains("(failure)"));
    }

    /** Whether the mail came from an address that answers can go to. */
    private static boolean hasSender(Header header) {
        return header.value("Return-Path").filter(value -> value.contains("@")).isPresent();
    }

    /** Out-of-office replies have the null sender too, and the subject of the mail that they answer. */
    private static boolean isAway(Header header) {
        return ProgramWords.of(value(header, "Subject"), List.of()).isAwaySubject();
    }

    private static boolean isNullSender(Header header) {
        return header.value("Return-Path").map(String::strip).filter("<>"::equals).isPresent();
    }

    /** Whether somebody passes on what they got, or wrote with a program for people. */
    static boolean isPassedOn(Header header) {
        var subject = value(header, "Subject");
        return PASSED_ON.stream().anyMatch(subject::startsWith)
                || Stream.of("X-Mailer", "User-Agent").map(name -> value(header, name))
                        .anyMatch(program -> PROGRAMS.stream().anyMatch(program::contains));
    }

    private static String value(Header header, String name) {
        return Optional.of(name).flatMap(header::value).map(value -> HeaderText.decoded(value, LONGEST))
                .orElse("").toLowerCase(Locale.ROOT);
    }
}
