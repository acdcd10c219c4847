package org.clubpost.mail.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.words.ProgramWords;

/**
 * A sign that a program sent a mail, which a person's mail can bear too.
 *
 * @param waits why the mail of somebody who may post waits
 * @param dropped why the mail of anybody else goes to nobody; empty when the sign is too weak for that
 */
public record Sign(Reason waits, Optional<Reason> dropped) {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "list", "junk");
    /** What other lists and programs for newsletters put into mails (RFC 2369, RFC 2919). */
    private static final List<String> LISTS = List.of("List-Id", "List-Post", "Mailing-List", "List-Unsubscribe",
            "X-Mailing-List", "X-BeenThere");
    /** What ticket systems and their kin put into all of their mails. */
    private static final List<String> SYSTEMS = List.of("X-OTRS-Loop", "X-RT-Loop-Prevention", "X-JIRA-FingerPrint",
            "X-GitHub-Reason", "X-GitLab-Project", "X-Redmine-Project", "X-Redmine-Issue-Id", "X-Trac-Project",
            "X-Bugzilla-Type", "X-Launchpad-Notification-Type", "X-Mantis-Version", "X-Zendesk-From-Account-Id",
            "X-Zammad-Ticket-Id", "X-Freshdesk-Ticket-Id", "X-MS-Exchange-Inbox-Rules-Loop",
            "X-MS-Exchange-Generated-Message-Source");

    /** The first sign that the mail bears. */
    public static Optional<Sign> of(Incoming mail) {
        if (hasPrecedence(mail)) {
            return Optional.of(marked("Precedence", Reason.Cause.AUTOMATIC));
        }
        if (hadNullSender(mail)) {
            return Optional.of(marked("Return-Path", Reason.Cause.BOUNCE));
        }
        return isByPostmaster(mail)
                ? Optional.of(looks(Optional.of(Reason.of(Reason.Cause.BOUNCE))))
                : field(mail).or(() -> words(mail));
    }

    private static Sign marked(String field, Reason.Cause dropped) {
        return new Sign(Reason.of(Reason.Cause.MARKED_AUTOMATIC, field), Optional.of(Reason.of(dropped)));
    }

    private static Sign looks(Optional<Reason> dropped) {
        return new Sign(Reason.of(Reason.Cause.LOOKS_AUTOMATIC), dropped);
    }

    private static boolean hasPrecedence(Incoming mail) {
        return mail.own().all("Precedence").stream()
                .anyMatch(field -> PRECEDENCES.contains(AutomaticMail.keyword(field.value())));
    }

    /** A Return-Path further down is from an earlier way of the mail, or its sender made it up. */
    private static boolean hadNullSender(Incoming mail) {
        return mail.field("Return-Path").strip().equals("<>");
    }

    /** Some clubs write from there. Whom the owners named they want to hear. */
    private static boolean isByPostmaster(Incoming mail) {
        var people = mail.list().people();
        return Addresses.in(mail.own(), "From").stream()
                .anyMatch(author -> author.localPart().toLowerCase(Locale.ROOT).equals("postmaster")
                        && !people.owners().contains(author) && !people.posters().contains(author));
    }

    private static Optional<Sign> field(Incoming mail) {
        return Stream.concat(LISTS.stream(), SYSTEMS.stream()).filter(mail.own()::has).findFirst()
                .map(name -> new Sign(Reason.of(Reason.Cause.MARKED_AUTOMATIC, name), Optional.empty()));
    }

    private static Optional<Sign> words(Incoming mail) {
        var words = ProgramWords.of(mail);
        if (words.isAwaySubject()) {
            return Optional.of(looks(Optional.of(Reason.of(Reason.Cause.AUTOMATIC))));
        }
        return words.isReport() || words.isAnswer(mail.own().has("In-Reply-To"))
                || words.isCalendarAnswer(!FileNames.in(mail.mail()).isEmpty())
                || (words.areNone() && ReportFile.isIn(mail))
                        ? Optional.of(looks(Optional.empty()))
                        : Optional.empty();
    }
}
