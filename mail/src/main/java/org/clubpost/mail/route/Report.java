package org.clubpost.mail.route;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.list.ListRole;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.EnvelopeSender;
import org.clubpost.mail.words.ProgramWords;

/**
 * A bounce or another report about a mail never becomes a post: it has the null sender (RFC 5321 section 4.5.5), is a
 * report (RFC 6522), or comes from a program that bears that name. One to the domain is for the operator as well:
 * complaints come to {@code abuse@} (RFC 5965).
 */
final class Report implements Route {

    /** Fields that only reports have (RFC 8460 section 5.3 for the second). */
    private static final Set<String> MARKS = Set.of("X-Failed-Recipients", "TLS-Report-Domain");

    @Override
    public Optional<Handling> take(Incoming mail) {
        return mail.block().sender() instanceof EnvelopeSender.Null || isReport(mail) || isFromReporter(mail)
                ? Optional.of(mail.role() == ListRole.DOMAIN
                        ? new Handling.ReportForOperator()
                        : new Handling.Reported())
                : Optional.empty();
    }

    private static boolean isReport(Incoming mail) {
        var type = mail.mail().contentType();
        return type.is("multipart", "report") || type.is("message", "delivery-status")
                || type.is("message", "global-delivery-status") || type.is("message", "disposition-notification")
                || type.is("message", "feedback-report")
                || MARKS.stream().anyMatch(mail.own()::has);
    }

    /** People write as postmaster, too; so what such a mail says counts as well. */
    private static boolean isFromReporter(Incoming mail) {
        var authors = Addresses.in(mail.own(), "From").stream()
                .map(author -> author.localPart().toLowerCase(Locale.ROOT))
                .toList();
        return authors.contains("mailer-daemon")
                || (authors.contains("postmaster") && ProgramWords.of(mail).isAboutDelivery());
    }

    @Override
    public String name() {
        return "bounce";
    }
}
