package org.clubpost.cli.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/**
 * The records that a receiver finds on its way up the tree of names, which takes at most eight questions (RFC 9989
 * section 4.10, "DNS Tree Walk").
 */
final class DmarcWalk {

    /** At a name with more labels, the walk jumps to one with so many. */
    private static final int LABELS = 7;

    private final String start;
    private final List<DmarcRecord> records = new ArrayList<>();
    private final List<String> ambiguous = new ArrayList<>();

    private DmarcWalk(String start) {
        this.start = start;
    }

    /** Walks up from that domain; what could not be looked at ends the walk and is the answer. */
    static Look<DmarcWalk> from(String domain, Facts facts) {
        var walk = new DmarcWalk(domain);
        for (var place : places(domain)) {
            switch (facts.dns("_dmarc." + place, RecordType.TXT)) {
                case Look.Seen<List<String>>(var texts) -> {
                    if (walk.takes(place, texts)) {
                        return new Look.Seen<>(walk);
                    }
                }
                case Look.Missing<List<String>> _ -> {
                    // Perhaps further up.
                }
                case Look<List<String>> other -> {
                    return other.map(_ -> walk);
                }
            }
        }
        return new Look.Seen<>(walk);
    }

    /** The domain, and the domains above it up to the last label. */
    static List<String> places(String domain) {
        var labels = List.of(domain.split("\\.", -1));
        var places = new ArrayList<>(List.of(domain));
        for (var left = Math.min(labels.size() - 1, LABELS); left > 0; left--) {
            places.add(String.join(".", labels.subList(labels.size() - left, labels.size())));
        }
        return places;
    }

    /** Whether the walk ends here. Of several records at one name none counts. */
    private boolean takes(String place, List<String> texts) {
        var found = texts.stream().flatMap(text -> DmarcRecord.parse(place, text).stream()).toList();
        if (found.size() > 1) {
            ambiguous.add(place);
            return false;
        }
        records.addAll(found);
        return found.stream().anyMatch(record -> record.isOfAnOrganization() || record.isOfAPublicSuffix());
    }

    /** The domains with several records. */
    List<String> ambiguous() {
        return List.copyOf(ambiguous);
    }

    /** The record that holds for the domain: its own, or its organization's, or that of the public suffix. */
    Optional<DmarcRecord> applicable() {
        return records.stream().filter(record -> record.domain().equals(start)).findFirst()
                .or(() -> records.stream().filter(record -> record.domain().equals(organization())).findFirst())
                .or(() -> records.stream().filter(DmarcRecord::isOfAPublicSuffix).findFirst());
    }

    /** The organizational domain (RFC 9989 section 4.10.2), as far as records say it. */
    private String organization() {
        if (records.isEmpty()) {
            return start;
        }
        var last = records.getLast(); // A walk ends at psd=y and psd=n, and the last record has the fewest labels.
        return last.isOfAPublicSuffix() && !last.domain().equals(start) ? below(last.domain()) : last.domain();
    }

    /** The domain on the way that has one label more. */
    private String below(String suffix) {
        var rest = start.substring(0, start.length() - suffix.length() - 1);
        return rest.substring(rest.lastIndexOf('.') + 1) + "." + suffix;
    }
}
