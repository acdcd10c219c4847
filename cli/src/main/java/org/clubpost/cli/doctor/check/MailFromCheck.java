package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Optional;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Identity;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/**
 * The custom MAIL FROM domain, its MX and its SPF record. Without them, SES uses a domain of its own: mail flows, but
 * SPF does not speak for our domain.
 */
final class MailFromCheck implements Check {

    private static final String SUBJECT = "MAIL FROM";
    private static final String SPF = "SPF";

    @Override
    public List<Finding> look(Facts facts) {
        return switch (facts.identity()) {
            case Look.Seen<Identity>(var identity) when identity.mailFrom().domain().isEmpty() ->
                List.of(new Finding.Warning(SUBJECT, "there is no MAIL FROM domain",
                        "Set it: aws sesv2 put-email-identity-mail-from-attributes --email-identity "
                                + facts.stack().domain() + " --mail-from-domain bounce." + facts.stack().domain()));
            case Look.Seen<Identity>(var identity) -> judge(identity.mailFrom(), facts);
            case Look.Missing<Identity> other -> List.of(Finding.unseen(SUBJECT, other));
            case Look<Identity> other -> List.of(Finding.unseen(SUBJECT, other));
        };
    }

    private static List<Finding> judge(Identity.MailFrom mailFrom, Facts facts) {
        var mx = asWarning(DnsRecords.present(SUBJECT + " MX", facts.dns(mailFrom.domain(), RecordType.MX),
                mailFrom.domain(), RecordType.MX, "10 feedback-smtp." + facts.stack().region() + ".amazonses.com"));
        var spf = spf(mailFrom.domain(), facts.dns(mailFrom.domain(), RecordType.TXT));
        var isThere = mx instanceof Finding.Right && spf instanceof Finding.Right;
        var gaveUp = mailFrom.status().equals("FAILED");
        var status = mailFrom.status().equals("SUCCESS")
                ? new Finding.Right(SUBJECT, mailFrom.domain() + " is in use")
                : new Finding.Warning(SUBJECT,
                        "SES says " + mailFrom.status() + " for " + mailFrom.domain() + " and uses its own domain",
                        isThere
                                ? "The records are there. SES looks again within hours; when it has given up (FAILED), have it "
                                        + "look anew: ./clubpost doctor --stack " + facts.stack().name() + " --fix"
                                : "Add the records below.",
                        isThere && gaveUp
                                ? Optional.of(new Repair.VerifyMailFromAgain(facts.stack().domain(), mailFrom.domain()))
                                : Optional.empty());
        return List.of(status, mx, spf);
    }

    /** SES falls back to a MAIL FROM domain of its own (BehaviorOnMxFailure), so mail flows without these records. */
    private static Finding asWarning(Finding finding) {
        return finding instanceof Finding.Wrong(var subject, var text, var remedy, var repair)
                ? new Finding.Warning(subject, text, remedy, repair)
                : finding;
    }

    private static Finding spf(String domain, Look<List<String>> look) {
        var record = DnsRecords.add(domain, RecordType.TXT, "\"v=spf1 include:amazonses.com ~all\"");
        return switch (look) {
            case Look.Seen<List<String>>(var texts) -> judge(domain,
                    texts.stream().filter(text -> text.equals("v=spf1") || text.startsWith("v=spf1 ")).toList(),
                    record);
            case Look.Missing<List<String>> _ -> judge(domain, List.of(), record);
            case Look<List<String>> other -> Finding.unseen(SPF, other);
        };
    }

    private static Finding judge(String domain, List<String> records, String wanted) {
        if (records.isEmpty()) {
            return new Finding.Warning(SPF, "there is no SPF record at " + domain,
                    "At your DNS provider, add: " + wanted);
        }
        if (records.size() > 1) {
            return new Finding.Warning(SPF,
                    domain + " has " + records.size() + " SPF records, so none counts (RFC 7208 "
                            + "section 4.5)",
                    "Leave only: " + wanted);
        }
        return records.getFirst().contains("include:amazonses.com")
                ? new Finding.Right(SPF, "SES may send for " + domain)
                : new Finding.Warning(SPF, "the SPF record at " + domain + " does not name SES",
                        "Change the record to: " + wanted);
    }
}
