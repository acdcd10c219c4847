package org.clubpost.mail.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.link.ShortTokens;
import org.clubpost.mail.mime.Octets;

/**
 * Characters that may belong to tokens or to base64, as a reader would join them, and where each stands. A stretch that
 * does not fit is looked at piece by piece; the pieces overlap by more than a token takes.
 */
final class Window implements Characters {

    /** The shortest token of ours, in characters, and the longest. */
    static final int SHORTEST = ShortTokens.LENGTH;
    /** The shortest without a signature (ModerationToken). */
    static final int SHORTEST_UNSIGNED = 40;
    static final int LONGEST = 128;
    /** How many signs may stand before a token, and after it: {@code _LINK_}, {@code LINK-}. */
    private static final int MOST_SIGNS = 3;
    /** A level at which nothing counts but signatures: a line of a file in base64 may look like a token without one. */
    static final int SIGNED_ONLY = Blob.DEEPEST + 1;
    private static final int MOST = 1 << 16;
    /** A token in base64 in base64, and then some. A multiple of 4. */
    private static final int OVERLAP = 1_024;
    private static final Octets REMOVED = Octets.latin1("removed");
    /** An equals sign in quoted-printable, JSON and JavaScript: what is left of it looks like part of a token. */
    private static final byte[][] LEFT_OF_EQUALS = {{'3', 'D'}, {'u', '0', '0', '3', 'd'}, {'u', '0', '0', '3', 'D'},
            {'x', '3', 'd'}, {'x', '3', 'D'}};

    private final PublicLinks links;
    private final Budget budget;
    private final Edits edits;
    private final boolean keepsLength;
    private final int level;

    private byte[] chars = new byte[256];
    private int[] from = new int[256];
    private int[] to = new int[256];
    private boolean[] joined = new boolean[256];
    private int length;

    /**
     * @param edits takes what is to be replaced
     * @param keepsLength whether each replacement must be as long as what it replaces
     * @param level in how much base64 this lies
     */
    Window(PublicLinks links, Budget budget, Edits edits, boolean keepsLength, int level) {
        this.links = links;
        this.budget = budget;
        this.edits = edits;
        this.keepsLength = keepsLength;
        this.level = level;
    }

    @Override
    public void add(byte c, int start, int end, boolean isJoined) {
        if (length == chars.length) {
            makeRoom();
        }
        chars[length] = c;
        from[length] = start;
        to[length] = end;
        joined[length] = isJoined;
        length++;
    }

    private void makeRoom() {
        if (length < MOST) {
            chars = Arrays.copyOf(chars, 2 * length);
            from = Arrays.copyOf(from, 2 * length);
            to = Arrays.copyOf(to, 2 * length);
            joined = Arrays.copyOf(joined, 2 * length);
            return;
        }
        look();
        int shift = length - OVERLAP;
        System.arraycopy(chars, shift, chars, 0, OVERLAP);
        System.arraycopy(from, shift, from, 0, OVERLAP);
        System.arraycopy(to, shift, to, 0, OVERLAP);
        System.arraycopy(joined, shift, joined, 0, OVERLAP);
        length = OVERLAP;
    }

    @Override
    public void end() {
        if (length >= SHORTEST) {
            look();
        }
        length = 0;
    }

    private void look() {
        for (int i = 0; i < length;) {
            int start = i;
            while (i < length && isTokenCharacter(chars[i])) {
                i++;
            }
            if (i - start >= SHORTEST) {
                lookForTokens(start, i);
            }
            i++;
        }
        if (level < Blob.DEEPEST) {
            lookIntoBlobs();
        }
    }

    private void lookForTokens(int start, int end) {
        for (int at = start; at + SHORTEST <= end; at++) {
            int last = signed(at, end);
            if (last < 0 && level < SIGNED_ONLY && end - at >= SHORTEST_UNSIGNED
                    && PublicLinks.mayBeginUnsigned(chars[at], chars[at + 1]) && isBeginning(start, at)) {
                last = unsigned(at, end);
            }
            if (last > 0) {
                remove(at, last);
                at = last - 1;
            }
        }
    }

    private int signed(int at, int end) {
        if (!links.tokens().mayBegin(chars, at, end)) {
            return -1;
        }
        return budget.takeSigned() ? links.tokens().end(chars, at, end) : Math.min(end, at + LONGEST);
    }

    /** Where the token ends that begins there and has no signature: only where a reader could tell that it ends. */
    private int unsigned(int at, int end) {
        int most = Math.min(end, at + LONGEST + MOST_SIGNS);
        for (int stop = at + SHORTEST_UNSIGNED; stop <= most; stop++) {
            if (stop < end && !joined[stop]) {
                continue;
            }
            for (int last = stop; last >= at + SHORTEST_UNSIGNED && stop - last <= MOST_SIGNS; last--) {
                if (isPossible(last - at) && (!budget.takeUnsigned() || links.isToken(text(at, last)))) {
                    return last;
                }
                if (!isSign(chars[last - 1])) {
                    break;
                }
            }
        }
        return -1;
    }

    /** Whether so many characters of base64 can be anything at all (RFC 4648 section 3.2). */
    private static boolean isPossible(int count) {
        return count % 4 != 1;
    }

    private boolean isBeginning(int start, int at) {
        int before = at;
        while (before > start && !joined[before] && at - before < MOST_SIGNS && isSign(chars[before - 1])) {
            before--;
        }
        if (before == start || joined[before]) {
            return true;
        }
        for (byte[] left : LEFT_OF_EQUALS) {
            int begin = at - left.length;
            if (begin >= start && Arrays.equals(left, 0, left.length, chars, begin, at)) {
                return true;
            }
        }
        return false;
    }

    private String text(int start, int end) {
        return new String(chars, start, end - start, StandardCharsets.US_ASCII);
    }

    /** Takes the characters out, and leaves in what stood between them. */
    private void remove(int start, int end) {
        for (int i = start, done = 0; i < end;) {
            int first = i++;
            while (i < end && from[i] == to[i - 1]) {
                i++;
            }
            int count = to[i - 1] - from[first];
            if (keepsLength) {
                edits.replace(from[first], to[i - 1], mask(done, count));
            } else {
                edits.replace(from[first], to[i - 1], done == 0 ? REMOVED : Octets.EMPTY);
            }
            done += count;
        }
    }

    private static Octets mask(int begin, int count) {
        var mask = new byte[count];
        for (int i = 0; i < count; i++) {
            mask[i] = REMOVED.at((begin + i) % REMOVED.length());
        }
        return Octets.of(mask);
    }

    private void lookIntoBlobs() {
        for (int i = 0; i < length;) {
            int start = i;
            while (i < length && chars[i] != '=') {
                i++;
            }
            if (i - start >= Blob.SHORTEST) {
                var blob = new Blob(chars, start, i);
                for (int phase = 0; phase < 4; phase++) {
                    lookInto(blob, phase);
                }
            }
            i++;
        }
    }

    private void lookInto(Blob blob, int phase) {
        byte[] decoded = blob.decoded(phase);
        var inner = new Edits();
        var read = Octets.of(decoded);
        Reading.of(read)
                .forEach(reading -> reading.show(read, new Window(links, budget, inner, true, level + 1)));
        if (!inner.isEmpty()) {
            byte[] cleaned = decoded.clone();
            inner.overwrite(cleaned);
            var run = edits.new Run();
            blob.changes(phase, decoded, cleaned, (i, c) -> run.add(from[i], to[i], Blob.written(c, to[i] - from[i])));
            run.close();
        }
    }

    static boolean isSign(byte c) {
        return c == '_' || c == '-';
    }

    private static boolean isTokenCharacter(byte c) {
        return c != '+' && c != '/' && c != '=';
    }
}
