package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/**
 * DMARC, as receivers look it up (RFC 9989): the record of the domain itself, else that of its organization. The large
 * mailbox providers want one from anyone who sends much.
 */
final class DmarcCheck implements Check {

    private static final String SUBJECT = "DMARC";

    @Override
    public List<Finding> look(Facts facts) {
        return List.of(switch (DmarcWalk.from(facts.stack().domain(), facts)) {
            case Look.Seen<DmarcWalk>(var walk) -> judge(walk, facts);
            case Look<DmarcWalk> other -> Finding.unseen(SUBJECT, other);
        });
    }

    private static Finding judge(DmarcWalk walk, Facts facts) {
        var domain = facts.stack().domain();
        var wanted = DnsRecords.add("_dmarc." + domain, RecordType.TXT, "\"v=DMARC1; p=quarantine; rua=mailto:"
                + facts.stack().parameters().getOrDefault("OwnerEmail", "you@example.org") + "\"");
        if (walk.ambiguous().contains(domain)) {
            return new Finding.Warning(SUBJECT, "_dmarc." + domain + " has several records, so none counts",
                    "At your DNS provider, leave only one, such as: " + wanted);
        }
        var applicable = walk.applicable();
        if (applicable.isEmpty()) {
            return new Finding.Warning(SUBJECT, "there is no DMARC record for " + domain + walk.ambiguous().stream()
                    .findFirst().map(place -> " (_dmarc." + place + " has several records, so none counts)").orElse(""),
                    "At your DNS provider, add: " + wanted);
        }
        return judge(applicable.get(), domain, wanted);
    }

    private static Finding judge(DmarcRecord record, String domain, String wanted) {
        var place = "_dmarc." + record.domain();
        var isOwn = record.domain().equals(domain);
        if (record.mistake().isPresent()) {
            return new Finding.Warning(SUBJECT, place + " says " + record.mistake().get()
                    + ", which is no policy: it counts as none",
                    isOwn
                            ? "At your DNS provider, change the record to: " + wanted
                            : "Correct it there, or give the lists a record of their own: at your DNS provider, add: "
                                    + wanted);
        }
        return new Finding.Right(SUBJECT, place + " says " + (isOwn ? record.policy() : record.policyBelow())
                + (record.hasAPolicy() ? "" : " (it has no p)")
                + (record.isATest() ? " as a test (t=y), so receivers do less" : ""));
    }
}
