package org.clubpost.local.check;

import java.util.ArrayList;
import java.util.List;

/** Things of one kind: how many there are, and the first ones by name. */
final class Tally {

    private static final int NAMED = 3;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String name) {
        count++;
        if (first.size() < NAMED) {
            first.add(name);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    /** The first one. */
    String example() {
        return first.getFirst();
    }

    /** Such as {@code 5 mails (a, b, c and more)}. */
    String of(String one, String many) {
        return count + " " + (count == 1 ? one : many) + " (" + String.join(", ", first)
                + (count > first.size() ? " and more" : "") + ")";
    }
}
