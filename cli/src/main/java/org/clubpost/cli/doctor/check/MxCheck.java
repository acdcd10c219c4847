package org.clubpost.cli.doctor.check;

import java.util.Comparator;
import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/** Whether mail to the lists goes to SES. */
final class MxCheck implements Check {

    private static final String SUBJECT = "MX";
    private static final String UNLESS = ". But not if people have mailboxes there, which would get no mail any more: "
            + "then the lists need a domain of their own (docs/deploy.md, \"Choose a domain and a region\").";

    @Override
    public List<Finding> look(Facts facts) {
        var domain = facts.stack().domain();
        var host = "inbound-smtp." + facts.stack().region() + ".amazonaws.com";
        var wanted = DnsRecords.add(domain, RecordType.MX, "10 " + host);
        return List.of(switch (facts.dns(domain, RecordType.MX)) {
            case Look.Seen<List<String>>(var records) -> judge(domain, host, records, wanted);
            case Look.Missing<List<String>> _ -> new Finding.Wrong(SUBJECT,
                    "there is no MX record for " + domain + ": no mail to a list arrives",
                    "At your DNS provider, add: " + wanted);
            case Look<List<String>> other -> Finding.unseen(SUBJECT, other);
        });
    }

    private static Finding judge(String domain, String host, List<String> records, String wanted) {
        var inOrder = records.stream().sorted(Comparator.comparingInt(MxCheck::priority)).toList();
        var found = domain + " is " + String.join(" and ", inOrder);
        if (inOrder.stream().noneMatch(record -> isAt(record, host))) {
            return new Finding.Wrong(SUBJECT, found + ": mail to the lists goes elsewhere",
                    "At your DNS provider, change the record to: " + wanted + UNLESS);
        }
        if (!isAt(inOrder.getFirst(), host)) {
            return new Finding.Wrong(SUBJECT, found + ": mail goes to the first of them",
                    "At your DNS provider, leave only: " + wanted + UNLESS);
        }
        return inOrder.size() > 1
                ? new Finding.Warning(SUBJECT, found + ": some mail goes elsewhere",
                        "At your DNS provider, leave only: " + wanted + UNLESS)
                : new Finding.Right(SUBJECT, "mail to " + domain + " goes to SES");
    }

    private static int priority(String record) {
        var space = record.indexOf(' ');
        return space > 0 && record.substring(0, space).matches("\\d{1,5}")
                ? Integer.parseInt(record.substring(0, space))
                : 0;
    }

    private static boolean isAt(String record, String host) {
        return DnsRecords.isSame(record.substring(record.indexOf(' ') + 1), host);
    }
}
