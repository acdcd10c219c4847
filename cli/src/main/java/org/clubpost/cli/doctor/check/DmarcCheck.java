package org.clubpost.cli.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/** DMARC, at the domain or above it (RFC 9989). The large mailbox providers want it from anyone who sends much. */
final class DmarcCheck implements Check {

    private static final String SUBJECT = "DMARC";
    private static final Pattern POLICY = Pattern.compile(";\\s*p\\s*=\\s*(none|quarantine|reject)\\s*(;|$)");

    @Override
    public List<Finding> look(Facts facts) {
        var domain = facts.stack().domain();
        var wanted = DnsRecords.add("_dmarc." + domain, RecordType.TXT,
                "\"v=DMARC1; p=quarantine; rua=mailto:"
                        + facts.stack().parameters().getOrDefault("OwnerEmail", "you@example.org")
                        + "\"");
        for (var place : places(domain)) {
            switch (facts.dns("_dmarc." + place, RecordType.TXT)) {
                case Look.Seen<List<String>>(var texts) -> {
                    var records = texts.stream().filter(text -> text.startsWith("v=DMARC1")).toList();
                    if (!records.isEmpty()) {
                        return List.of(judge(place, records, wanted));
                    }
                }
                case Look.Missing<List<String>> _ -> {
                    // Perhaps further up.
                }
                case Look<List<String>> other -> {
                    return List.of(Finding.unseen(SUBJECT, other));
                }
            }
        }
        return List.of(new Finding.Warning(SUBJECT, "there is no DMARC record for " + domain,
                "At your DNS provider, add: " + wanted));
    }

    /** The domain and the domains above it, down to two labels. */
    private static List<String> places(String domain) {
        var places = new ArrayList<String>();
        for (var place = domain; place.contains("."); place = place.substring(place.indexOf('.') + 1)) {
            places.add(place);
        }
        return places;
    }

    private static Finding judge(String place, List<String> records, String wanted) {
        if (records.size() > 1) {
            return new Finding.Warning(SUBJECT, "_dmarc." + place + " has " + records.size()
                    + " records, so none counts", "Leave only one, such as: " + wanted);
        }
        var policy = POLICY.matcher(records.getFirst().toLowerCase(Locale.ROOT));
        return policy.find()
                ? new Finding.Right(SUBJECT, "_dmarc." + place + " says " + policy.group(1))
                : new Finding.Warning(SUBJECT, "the record at _dmarc." + place + " has no policy that is understood",
                        "Change the record to: " + wanted);
    }
}
