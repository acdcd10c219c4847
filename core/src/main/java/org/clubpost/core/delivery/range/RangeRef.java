package org.clubpost.core.delivery.range;

import java.util.Optional;
import java.util.regex.Pattern;

import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;

/**
 * Names one range of one post: what a queue message says.
 *
 * @param list the post's list
 * @param post the post
 * @param index the range's number: 0 to 63, or {@value #SECOND_CHANCES}
 */
public record RangeRef(ListId list, PostId post, int index) {

    /** The number of the range of second chances. It covers all keys, but only the members with a recorded failure. */
    public static final int SECOND_CHANCES = 64;

    private static final Pattern TEXT = Pattern.compile("([^ ]+) ([0-9a-f]{24}) (\\d{1,2})");

    /**
     * @throws IllegalArgumentException when the number is out of range
     */
    public RangeRef {
        if (index < 0 || index > SECOND_CHANCES) {
            throw new IllegalArgumentException("range number out of range: " + index);
        }
    }

    /** The range of second chances of that post. */
    public static RangeRef secondChances(ListId list, PostId post) {
        return new RangeRef(list, post, SECOND_CHANCES);
    }

    /** Whether it is the range of second chances. */
    public boolean isSecondChances() {
        return index == SECOND_CHANCES;
    }

    /** As one line of text: list, post and number, separated by a space. */
    public String text() {
        return list.value() + " " + post.value() + " " + index;
    }

    /** Reads {@link #text()}; empty when the text is not a range's name. */
    public static Optional<RangeRef> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > SECOND_CHANCES) {
            return Optional.empty();
        }
        return ListId.parse(parts.group(1))
                .map(list -> new RangeRef(list, new PostId(parts.group(2)), Integer.parseInt(parts.group(3))));
    }
}
