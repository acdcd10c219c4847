package org.clubpost.mail.receive;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.feedback.ReturnPaths;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.ReturnPath;
import org.clubpost.core.suppression.Trace;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.report.Original;

/**
 * Finds in a report what we gave the mail on its way that the report is about. Each mark is signed by us, and one that
 * is not costs one signature. Where a report holds the marks of several mails, none counts.
 *
 * @param paths the addresses that mails have of their own
 * @param tokens reads the links to leave
 */
record Marks(ReturnPaths paths, MembershipTokens tokens) {

    /** Reports that quote more have it at the beginning. */
    private static final int MOST_OCTETS = 1 << 18;
    private static final int MOST_FOUND = 20;
    private static final int LONGEST_FIELD = 4_000;
    private static final Pattern PATH = Pattern
            .compile("(?i)(?<![a-z0-9])bounces-([0-9a-v]{" + ReturnPath.TOKEN_LENGTH + "})@");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{40,128}");

    /**
     * The mail whose own address the report came to, or names anywhere: some mail systems write to the author, and have
     * our address in the mail that they quote, or in a field.
     */
    Optional<Trace.Marked> byPath(Incoming report, Original original) {
        return only(Stream.concat(report.block().recipient().stream(),
                report.addressesIn("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To").stream())
                .flatMap(address -> ReturnPath.read(address).stream()))
                .or(() -> only(PATH.matcher(text(report) + "\n" + text(original.header())).results()
                        .map(found -> new ReturnPath(found.group(1).toLowerCase(Locale.ROOT)))));
    }

    private Optional<Trace.Marked> only(Stream<ReturnPath> possible) {
        var found = possible.distinct().limit(MOST_FOUND).flatMap(path -> paths.trace(path).stream()).distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String text(Incoming report) {
        var octets = MimeWriter.toOctets(report.mail());
        return octets.slice(0, Math.min(octets.length(), MOST_OCTETS)).latin1();
    }

    private static String text(Header header) {
        return header.lines().stream().filter(HeaderLine.Field.class::isInstance).map(HeaderLine.Field.class::cast)
                .map(field -> field.value().substring(0, Math.min(field.value().length(), LONGEST_FIELD)))
                .collect(Collectors.joining("\n"));
    }

    /**
     * The membership that the quoted mail's field for leaving (RFC 2369 section 3.2) can end. It does not say which post
     * it was.
     */
    Optional<Trace.Marked> byWayOut(Original original) {
        var found = original.header().all("List-Unsubscribe").stream()
                .filter(field -> field.value().length() <= LONGEST_FIELD)
                .flatMap(field -> TOKEN.matcher(field.value().replace("%20", " ")).results())
                .limit(MOST_FOUND).flatMap(token -> tokens.verify(token.group()).stream()).filter(Marks::isWayOut)
                .map(link -> new Trace.Marked(link.list(), Optional.empty(), link.subscriber(), Trace.Purpose.COPY))
                .distinct().toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isWayOut(MembershipLink link) {
        return link.purpose() == LinkPurpose.ONE_CLICK || link.purpose() == LinkPurpose.LEAVE_MAIL;
    }
}
