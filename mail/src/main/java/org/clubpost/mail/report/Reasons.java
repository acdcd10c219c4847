package org.clubpost.mail.report;

import static org.clubpost.core.suppression.BounceReason.AUTHENTICATION;
import static org.clubpost.core.suppression.BounceReason.BLOCKED;
import static org.clubpost.core.suppression.BounceReason.CONTENT;
import static org.clubpost.core.suppression.BounceReason.EXPIRED;
import static org.clubpost.core.suppression.BounceReason.FILTERED;
import static org.clubpost.core.suppression.BounceReason.HAS_MOVED;
import static org.clubpost.core.suppression.BounceReason.HOST_UNKNOWN;
import static org.clubpost.core.suppression.BounceReason.MAILBOX_FULL;
import static org.clubpost.core.suppression.BounceReason.MAILER_ERROR;
import static org.clubpost.core.suppression.BounceReason.NETWORK_ERROR;
import static org.clubpost.core.suppression.BounceReason.NOT_ACCEPTING;
import static org.clubpost.core.suppression.BounceReason.NOT_COMPLIANT;
import static org.clubpost.core.suppression.BounceReason.NO_RELAYING;
import static org.clubpost.core.suppression.BounceReason.ON_HOLD;
import static org.clubpost.core.suppression.BounceReason.POLICY;
import static org.clubpost.core.suppression.BounceReason.RATE_LIMITED;
import static org.clubpost.core.suppression.BounceReason.REPUTATION;
import static org.clubpost.core.suppression.BounceReason.REQUIRE_PTR;
import static org.clubpost.core.suppression.BounceReason.SECURITY;
import static org.clubpost.core.suppression.BounceReason.SENDER_REJECTED;
import static org.clubpost.core.suppression.BounceReason.SPAM;
import static org.clubpost.core.suppression.BounceReason.STARTTLS;
import static org.clubpost.core.suppression.BounceReason.SUPPRESSED;
import static org.clubpost.core.suppression.BounceReason.SUSPENDED;
import static org.clubpost.core.suppression.BounceReason.SYNTAX;
import static org.clubpost.core.suppression.BounceReason.SYSTEM_ERROR;
import static org.clubpost.core.suppression.BounceReason.SYSTEM_FULL;
import static org.clubpost.core.suppression.BounceReason.TOO_LARGE;
import static org.clubpost.core.suppression.BounceReason.UNDEFINED;
import static org.clubpost.core.suppression.BounceReason.USER_UNKNOWN;
import static org.clubpost.core.suppression.BounceReason.VIRUS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.clubpost.core.suppression.BounceReason;

/**
 * Why a mail came back. The words of the receiving host count first, where a file of {@code hosts} knows them; then
 * each reason in turn, by its code or by its words; then words alone, where the code says little; then the code.
 */
final class Reasons {

    /** Codes that mail systems use for much else, so that the words count as well. */
    private static final Set<BounceReason> VAGUE = Set.of(SYSTEM_ERROR, SECURITY, EXPIRED, SUSPENDED, NETWORK_ERROR,
            HOST_UNKNOWN, USER_UNKNOWN, ON_HOLD, POLICY, BLOCKED);
    /** What words may say against a code that says that there is no such mailbox. */
    private static final List<BounceReason> AGAINST_UNKNOWN = List.of(NO_RELAYING, BLOCKED, MAILBOX_FULL, HAS_MOVED,
            SENDER_REJECTED, NOT_ACCEPTING);
    /** A domain that takes no mail (RFC 7505); Exchange says with it that there is no such mailbox. */
    private static final String EXCHANGE_UNKNOWN = "5.1.10";
    /** Which reasons are tried by their words alone, in this order. */
    private static final List<BounceReason> BY_WORDS = List.of(MAILBOX_FULL, SPAM, POLICY, VIRUS, NO_RELAYING,
            AUTHENTICATION, REPUTATION, STARTTLS, SECURITY, SYSTEM_ERROR, NETWORK_ERROR, RATE_LIMITED, SUSPENDED,
            EXPIRED, CONTENT, SYSTEM_FULL, NOT_ACCEPTING, MAILER_ERROR, SYNTAX, ON_HOLD);
    /** Which reasons are tried by their code and words, in this order; the code is the one that {@code is} gets. */
    private static final List<Step> STEPS = List.of(
            new Step(SUPPRESSED, (e, is) -> e.says(SUPPRESSED)),
            new Step(MAILBOX_FULL, (e, is) -> is == MAILBOX_FULL || e.says(MAILBOX_FULL)),
            new Step(TOO_LARGE, (e, is) -> is == TOO_LARGE || e.says(TOO_LARGE)),
            new Step(SUSPENDED, (e, is) -> e.codes().reply().equals("525") || e.says(SUSPENDED)),
            new Step(HAS_MOVED, (e, is) -> is == HAS_MOVED || e.says(HAS_MOVED)),
            new Step(NO_RELAYING, (e, is) -> !e.isAt(Dialogue.CONNECT, Dialogue.HELO) && e.says(NO_RELAYING)),
            new Step(AUTHENTICATION, (e, is) -> is == AUTHENTICATION || e.says(AUTHENTICATION)),
            new Step(USER_UNKNOWN, Reasons::isUnknown),
            new Step(FILTERED, Reasons::isFiltered),
            new Step(REQUIRE_PTR, (e, is) -> is == REQUIRE_PTR || e.says(REQUIRE_PTR)),
            new Step(NOT_COMPLIANT, (e, is) -> is == NOT_COMPLIANT || e.says(NOT_COMPLIANT)),
            new Step(REPUTATION, (e, is) -> is == REPUTATION || e.says(REPUTATION)),
            new Step(STARTTLS, (e, is) -> is == STARTTLS || e.says(STARTTLS)),
            new Step(SENDER_REJECTED, Reasons::isSenderRejected),
            new Step(HOST_UNKNOWN, (e, is) -> is == HOST_UNKNOWN ? !e.says(NETWORK_ERROR) : e.says(HOST_UNKNOWN)),
            new Step(SPAM, (e, is) -> is == SPAM || (!e.isAt(Dialogue.CONNECT, Dialogue.RCPT) && e.says(SPAM))),
            new Step(RATE_LIMITED, (e, is) -> is == RATE_LIMITED || e.says(RATE_LIMITED)),
            new Step(BLOCKED, (e, is) -> e.says(BLOCKED)));

    private static final Pattern MAILBOX = Pattern.compile("\\b(?:user|mailbox|mail box|recipient|account|addressee"
            + "|alias|username|empf\u00e4nger|benutzer|postfach|utilisateur|destinataire|usuario|destinatario|utente"
            + "|gebruiker|odbiorca|u\u017cytkownik)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DOMAIN = Pattern.compile("\\b(?:domain|host|dom\u00e4ne|domaine|dominio|dom\u00ednio"
            + "|domein|domena|nxdomain|dns|mx)\\b", Pattern.UNICODE_CHARACTER_CLASS);

    private Reasons() {}

    private record Step(BounceReason reason, BiPredicate<Evidence, BounceReason> condition) {}

    /** The reason; {@link BounceReason#UNDEFINED} when nothing says why. */
    static BounceReason of(Evidence evidence) {
        var code = StatusMeanings.of(evidence.codes().status()).or(evidence::given);
        return byProgram(evidence)
                .or(() -> HostWords.reason(evidence))
                .or(() -> byCodeAndWords(evidence, code.orElse(UNDEFINED)))
                .or(() -> byWords(evidence, code))
                .or(() -> code)
                .or(() -> bySubject(evidence))
                .orElseGet(() -> evidence.codes().severity() == 4 && !evidence.words().isBlank() ? ON_HOLD : UNDEFINED);
    }

    /** A program such as procmail has the last word on what it could not do. */
    private static Optional<BounceReason> byProgram(Evidence evidence) {
        boolean isProgram = evidence.words().contains("procmail:") || evidence.words().contains("/procmail ")
                || evidence.words().contains("maildrop:");
        if (!isProgram || evidence.isAt(Dialogue.CONNECT, Dialogue.RCPT)) {
            return Optional.empty();
        }
        return Optional.of(evidence.says(SYSTEM_FULL)
                ? SYSTEM_FULL
                : evidence.says(MAILBOX_FULL) ? MAILBOX_FULL : MAILER_ERROR);
    }

    private static Optional<BounceReason> byCodeAndWords(Evidence evidence, BounceReason code) {
        if (evidence.isProgram() && !evidence.words().contains("5.") && !evidence.words().contains("550 ")) {
            return Optional.empty();
        }
        return STEPS.stream().filter(step -> step.condition().test(evidence, code)).map(Step::reason).findFirst();
    }

    /** Only a code, or a refusal of the recipient, proves it: filters use the same words. */
    private static boolean isUnknown(Evidence evidence, BounceReason code) {
        if (code == USER_UNKNOWN) {
            return AGAINST_UNKNOWN.stream().noneMatch(evidence::says);
        }
        if (code == HOST_UNKNOWN) {
            return evidence.says(USER_UNKNOWN) && !evidence.says(HOST_UNKNOWN) && speaksOfMailbox(evidence.words());
        }
        if (evidence.codes().status().equals(EXCHANGE_UNKNOWN)) {
            return evidence.says(USER_UNKNOWN) && !evidence.says(NOT_ACCEPTING);
        }
        return evidence.isAt(Dialogue.RCPT, Dialogue.RCPT) && evidence.says(USER_UNKNOWN);
    }

    /** What "does not exist": the code says that it is the domain. */
    private static boolean speaksOfMailbox(String words) {
        return MAILBOX.matcher(words).find() && !DOMAIN.matcher(words).find();
    }

    private static boolean isFiltered(Evidence evidence, BounceReason code) {
        if (code == HOST_UNKNOWN) {
            return evidence.says(FILTERED);
        }
        boolean mayBe = code == FILTERED || (!evidence.isAt(Dialogue.CONNECT, Dialogue.RCPT)
                && (code == UNDEFINED || code == SYNTAX || VAGUE.contains(code)));
        return mayBe && (evidence.says(FILTERED) || evidence.says(USER_UNKNOWN));
    }

    private static boolean isSenderRejected(Evidence evidence, BounceReason code) {
        if (code == SENDER_REJECTED) {
            return true;
        }
        boolean mayBe = evidence.isAt(Dialogue.MAIL, Dialogue.MAIL)
                || (evidence.isAt(Dialogue.DATA, Dialogue.DATA) && code != USER_UNKNOWN)
                || Set.of(UNDEFINED, ON_HOLD, SECURITY, SYSTEM_ERROR, NETWORK_ERROR, BLOCKED).contains(code);
        return mayBe && evidence.says(SENDER_REJECTED);
    }

    private static Optional<BounceReason> byWords(Evidence evidence, Optional<BounceReason> code) {
        boolean isTelling = code.filter(reason -> !VAGUE.contains(reason)).isPresent() && !evidence.isProgram();
        return isTelling ? Optional.empty() : BY_WORDS.stream().filter(evidence::says).findFirst();
    }

    /** By the second number of the status (RFC 3463 section 3), and what else there is. */
    private static Optional<BounceReason> bySubject(Evidence evidence) {
        var codes = evidence.codes();
        var subject = codes.status().length() > 2 ? codes.status().substring(1, 3) : "";
        if (subject.equals(".6")) {
            return Optional.of(CONTENT);
        }
        if (subject.equals(".7")) {
            return Optional.of(SECURITY);
        }
        if (evidence.isProgram()) {
            return Optional.of(MAILER_ERROR);
        }
        if (codes.reply().startsWith("50") || codes.reply().startsWith("40")) {
            return Optional.of(SYNTAX);
        }
        if (evidence.isDelayed()) {
            return Optional.of(EXPIRED);
        }
        return evidence.isAt(Dialogue.HELO, Dialogue.HELO) ? Optional.of(BLOCKED) : Optional.empty();
    }
}
