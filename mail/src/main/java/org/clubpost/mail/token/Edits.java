package org.clubpost.mail.token;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.clubpost.mail.mime.Octets;

/** What is to be replaced in a stretch of octets. An edit that begins inside another one is left out. */
final class Edits {

    private final TreeMap<Integer, Edit> edits = new TreeMap<>();

    private record Edit(int to, Octets replacement) {}

    void replace(int from, int to, Octets replacement) {
        edits.putIfAbsent(from, new Edit(to, replacement));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** The octets with all that replaced; everything else is a view of what it was. */
    Octets appliedTo(Octets octets) {
        if (edits.isEmpty()) {
            return octets;
        }
        List<Octets> pieces = new ArrayList<>();
        int at = 0;
        for (var each : edits.entrySet()) {
            if (each.getKey() >= at) {
                pieces.add(octets.slice(at, each.getKey()));
                pieces.add(each.getValue().replacement());
                at = each.getValue().to();
            }
        }
        pieces.add(octets.slice(at));
        return Octets.concat(pieces);
    }

    /** Writes all replacements, each of which is as long as what it replaces, into an array. */
    void overwrite(byte[] octets) {
        edits.forEach((from, edit) -> edit.replacement().copyTo(octets, from));
    }

    /** Writes them into every second octet of an array, of which these were the edits. */
    void overwriteEverySecond(byte[] octets, int first) {
        edits.forEach((from, edit) -> {
            for (int i = 0; i < edit.replacement().length(); i++) {
                octets[first + 2 * (from + i)] = edit.replacement().at(i);
            }
        });
    }
}
