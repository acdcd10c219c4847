package org.clubpost.mail.report;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clubpost.angus.Angus;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.Charsets;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * The fields of a report for programs (RFC 3464 section 2.1), one group for each recipient. Angus reads what keeps to
 * the grammar. Real reports have no blank line between two groups, or one within a group, or stand as text in a text:
 * so a group ends as well where a recipient is named again.
 */
final class StatusFields {

    private static final int MOST_GROUPS = 200;
    private static final Pattern FIELD = Pattern.compile("(?i)(final-recipient|original-recipient|x-actual-recipient"
            + "|action|status|diagnostic-code|remote-mta|reporting-mta|arrival-date|last-attempt-date|received-from-mta"
            + "|x-powermta-bouncecategory|original-envelope-id|final-log-id|x-[a-z0-9-]{1,40}):[ \\t]*(.*)");
    private static final Pattern FOLD = Pattern.compile("\\s*\\r?\\n[ \\t]+");
    private static final Set<String> ONCE = Set.of("final-recipient", "action", "status");

    static {
        Angus.lenient();
    }

    private final List<Map<String, String>> groups = new ArrayList<>();
    private Map<String, String> group = new LinkedHashMap<>();

    private StatusFields() {}

    /** The groups in which a recipient is named; a field that is named twice in one has its first value. */
    static List<Map<String, String>> in(Octets status) {
        var fields = new StatusFields();
        if (blankLines(status) > MOST_GROUPS) {
            return in(Charsets.read(status, ""));
        }
        try {
            var report = new DeliveryStatus(new ByteArrayInputStream(status.toByteArray()));
            fields.addAll(report.getMessageDSN());
            for (int i = 0; i < Math.min(report.getRecipientDSNCount(), MOST_GROUPS); i++) {
                fields.addAll(report.getRecipientDSN(i));
            }
        } catch (MessagingException | IOException broken) {
            fields.groups.clear();
        }
        var found = fields.found();
        return found.isEmpty() ? in(Charsets.read(status, "")) : found;
    }

    /** Angus makes a block of its own of each blank line, and each block takes a while. */
    private static long blankLines(Octets status) {
        return status.latin1().lines().filter(String::isBlank).limit(MOST_GROUPS + 1L).count();
    }

    /** The groups in a text for people. */
    static List<Map<String, String>> in(String text) {
        var fields = new StatusFields();
        var name = "";
        var value = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            var field = FIELD.matcher(line.strip());
            if (field.matches()) {
                fields.add(name, value.toString());
                name = field.group(1);
                value.setLength(0);
                value.append(field.group(2));
            } else if (line.startsWith(" ") || line.startsWith("\t")) {
                value.append(' ').append(line.strip());
            } else if (!line.isBlank()) {
                fields.add(name, value.toString());
                name = "";
            }
        }
        fields.add(name, value.toString());
        return fields.found();
    }

    private void addAll(InternetHeaders headers) {
        for (var all = headers.getAllHeaders(); all.hasMoreElements();) {
            Header header = all.nextElement();
            add(header.getName(), FOLD.matcher(text(header.getValue())).replaceAll(" "));
        }
    }

    /** Angus reads octets as Latin-1; they are UTF-8 where a system speaks to people (RFC 6533 section 3). */
    private static String text(String value) {
        return Charsets.read(Octets.latin1(value), "");
    }

    private void add(String name, String value) {
        if (name.isBlank() || groups.size() >= MOST_GROUPS) {
            return;
        }
        var key = name.strip().toLowerCase(Locale.ROOT);
        boolean isNext = group.containsKey(key) && (key.equals("final-recipient")
                || (ONCE.contains(key) && !group.containsKey("final-recipient")));
        if (isNext || (key.equals("original-recipient") && group.containsKey("original-recipient"))) {
            groups.add(group);
            group = new LinkedHashMap<>();
        }
        group.putIfAbsent(key, value.strip());
    }

    private List<Map<String, String>> found() {
        groups.add(group);
        group = new HashMap<>();
        return groups.stream().filter(each -> each.containsKey("final-recipient")
                || each.containsKey("original-recipient") || each.containsKey("x-actual-recipient")).toList();
    }
}
