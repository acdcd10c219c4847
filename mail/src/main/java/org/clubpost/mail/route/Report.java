package org.clubpost.mail.route;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.EnvelopeSender;

/**
 * A bounce or another report about a mail never becomes a post: it has the null sender (RFC 5321 section 4.5.5), or is
 * a report (RFC 6522).
 */
final class Report implements Route {

    private static final Set<String> REPORTERS = Set.of("mailer-daemon", "postmaster");

    @Override
    public Optional<Handling> take(Incoming mail) {
        return mail.block().sender() instanceof EnvelopeSender.Null || nullReturnPath(mail) || isReport(mail)
                || isFromReporter(mail)
                        ? Optional.of(Handling.discard(Reason.Cause.BOUNCE))
                        : Optional.empty();
    }

    /** A Return-Path further down proves nothing in anybody's favour, but it may be believed against the mail. */
    private static boolean nullReturnPath(Incoming mail) {
        return mail.field("Return-Path").strip().equals("<>");
    }

    private static boolean isReport(Incoming mail) {
        return mail.mail().contentType().is("multipart", "report") || mail.own().has("X-Failed-Recipients");
    }

    private static boolean isFromReporter(Incoming mail) {
        return Addresses.in(mail.own(), "From").stream()
                .anyMatch(author -> REPORTERS.contains(author.localPart().toLowerCase(Locale.ROOT)));
    }

    @Override
    public String name() {
        return "bounce";
    }
}
