package org.clubpost.core.post;

import java.util.Optional;
import java.util.regex.Pattern;

import org.clubpost.core.list.ListId;

/**
 * Names one range of one post: what a queue message says.
 *
 * @param list the post's list
 * @param post the post
 * @param index the range's number, 0 to 63
 */
public record RangeRef(ListId list, PostId post, int index) {

    private static final Pattern TEXT = Pattern.compile("([^ ]+) ([0-9a-f]{24}) (\\d{1,2})");

    /**
     * @throws IllegalArgumentException when the number is out of range
     */
    public RangeRef {
        if (index < 0 || index > 63) {
            throw new IllegalArgumentException("range number out of range: " + index);
        }
    }

    /** As one line of text: list, post and number, separated by a space. */
    public String text() {
        return list.value() + " " + post.value() + " " + index;
    }

    /** Reads {@link #text()}; empty when it is not one. */
    public static Optional<RangeRef> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > 63) {
            return Optional.empty();
        }
        return ListId.parse(parts.group(1))
                .map(list -> new RangeRef(list, new PostId(parts.group(2)), Integer.parseInt(parts.group(3))));
    }
}
