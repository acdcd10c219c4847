package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Locale;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/** How DNS records are compared and written down. */
final class DnsRecords {

    private DnsRecords() {}

    /** Whether exactly that record is there. Without it, mail does not flow. */
    static Finding present(String subject, Look<List<String>> look, String name, RecordType type, String value) {
        return switch (look) {
            case Look.Seen<List<String>>(var found) when found.size() == 1 && isSame(found.getFirst(), value) ->
                new Finding.Right(subject, name + " is there");
            case Look.Seen<List<String>>(var found) -> new Finding.Wrong(subject,
                    name + " is " + String.join(" and ", found) + ", and should be " + value,
                    "At your DNS provider, change the record to: " + add(name, type, value));
            case Look.Missing<List<String>> _ -> new Finding.Wrong(subject, "there is no " + name,
                    "At your DNS provider, add: " + add(name, type, value));
            case Look<List<String>> other -> Finding.unseen(subject, other);
        };
    }

    /** The record in one line. */
    static String add(String name, RecordType type, String value) {
        return name + " " + type + " " + value;
    }

    /** Whether two values are the same. Names in DNS ignore case, and may end in a dot. */
    static boolean isSame(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
