package org.clubpost.cli.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Identity;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/** Whether SES knows that the domain is ours, and signs its mails. Both depend on three DNS records. */
final class IdentityCheck implements Check {

    private static final String DKIM = "DKIM";
    private static final String IDENTITY = "identity";

    @Override
    public List<Finding> look(Facts facts) {
        return switch (facts.identity()) {
            case Look.Seen<Identity>(var identity) -> judge(identity, facts);
            case Look.Missing<Identity> _ -> List.of(new Finding.Wrong(IDENTITY,
                    "SES does not know " + facts.stack().domain(),
                    "It was deleted by hand. " + Restoring.advice(facts)
                            + ". It may want other DKIM records than before: look again."));
            case Look<Identity> other -> List.of(Finding.unseen(IDENTITY, other));
        };
    }

    private static List<Finding> judge(Identity identity, Facts facts) {
        var domain = facts.stack().domain();
        var findings = new ArrayList<Finding>();
        var records = identity.dkim().tokens().stream().map(token -> record(token, identity, facts)).toList();
        var recordsAreThere = records.stream().allMatch(Finding.Right.class::isInstance);
        findings.add(identity.verified()
                ? new Finding.Right(IDENTITY, domain + " is verified")
                : new Finding.Wrong(IDENTITY, "SES has not yet verified " + domain, recordsAreThere
                        ? "The records are there. " + askAgain(facts)
                        : "Add the DKIM records below; SES finds them by itself within hours.",
                        repair(identity, recordsAreThere, domain)));
        findings.addAll(records);
        findings.add(signing(identity, domain, recordsAreThere, facts));
        return findings;
    }

    private static Finding signing(Identity identity, String domain, boolean recordsAreThere, Facts facts) {
        var dkim = identity.dkim();
        if (!dkim.signs()) {
            return new Finding.Warning(DKIM, "mails are not signed", "Switch it on: aws sesv2 "
                    + "put-email-identity-dkim-attributes --signing-enabled --email-identity " + domain);
        }
        return dkim.status().equals("SUCCESS")
                ? new Finding.Right(DKIM, "mails are signed for " + domain)
                : new Finding.Warning(DKIM, "SES says " + dkim.status() + ": mails are not yet signed for " + domain,
                        recordsAreThere
                                ? "The records are there. " + askAgain(facts)
                                : "Add the records; SES finds them by itself within hours.",
                        repair(identity, recordsAreThere, domain));
    }

    /** SES stops looking after three days. Asking again before that does not make it look sooner. */
    private static Optional<Repair> repair(Identity identity, boolean recordsAreThere, String domain) {
        return recordsAreThere && identity.dkim().status().equals("FAILED")
                ? Optional.of(new Repair.VerifyAgain(domain))
                : Optional.empty();
    }

    private static String askAgain(Facts facts) {
        return "SES looks again within hours; when it has given up (FAILED), have it look anew: ./clubpost doctor --stack "
                + facts.stack().name() + " --fix";
    }

    private static Finding record(String token, Identity identity, Facts facts) {
        var name = token + "._domainkey." + facts.stack().domain();
        var value = token + "." + identity.dkim().zone();
        return DnsRecords.present(DKIM + " record", facts.dns(name, RecordType.CNAME), name, RecordType.CNAME, value);
    }
}
