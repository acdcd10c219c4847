package org.clubpost.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;

/**
 * How a tree did over some mails.
 *
 * @param mails how many mails there were
 * @param same how many it wrote back octet for octet, untouched
 * @param multiparts how many mails have a text inside a multipart
 * @param kept of how many of those everything outside the text's part was as before, after a line was added
 * @param readable of how many of those it was as before but for white space
 * @param texts how many mails have a text
 * @param leftAlone how many of those it knowingly did not change
 * @param thrown on how many of those it threw an exception
 */
record TreeCount(int mails, int same, int multiparts, int kept, int readable, int texts, int leftAlone,
        int thrown) {

    private static final TreeCount NONE = new TreeCount(0, 0, 0, 0, 0, 0, 0, 0);
    private static final String LINE = "\r\nOne more line.\r\n";
    private static final String MARK = "(here was the first text)";

    /** Tries a tree on mails as they travel, with CRLF. */
    static TreeCount of(Tree tree, List<byte[]> mails) {
        return mails.stream().map(mail -> one(tree, mail)).reduce(NONE, TreeCount::plus);
    }

    private static TreeCount one(Tree tree, byte[] mail) {
        var same = isSame(tree, mail) ? 1 : 0;
        var entity = MimeParser.parse(Octets.of(mail));
        if (!OurTree.hasText(entity)) {
            return new TreeCount(1, same, 0, 0, 0, 0, 0, 0);
        }
        var multipart = entity.body() instanceof Body.Multipart ? 1 : 0;
        try {
            var changed = tree.withLine(mail, LINE);
            var after = Octets.of(changed.orElse(mail)).latin1();
            var kept = multipart == 1 && isKept(entity, after, UnaryOperator.identity()) ? 1 : 0;
            var readable = multipart == 1 && isKept(entity, after, TreeCount::withoutSpace) ? 1 : 0;
            return new TreeCount(1, same, multipart, kept, readable, 1, changed.isEmpty() ? 1 : 0, 0);
        } catch (Exception givesUp) {
            return new TreeCount(1, same, multipart, 0, 0, 1, 0, 1);
        }
    }

    private static boolean isSame(Tree tree, byte[] mail) {
        try {
            return Arrays.equals(mail, tree.untouched(mail));
        } catch (Exception givesUp) {
            return false;
        }
    }

    /** Whether what stood before and after the part of the first text stands there still, seen in some way. */
    private static boolean isKept(Entity before, String after, UnaryOperator<String> seen) {
        var mark = new Entity(Header.EMPTY, Octets.EMPTY, new Body.Leaf(Octets.latin1(MARK)));
        var marked = MimeWriter.toOctets(OurTree.withFirstText(before, _ -> Optional.of(mark)).orElseThrow()).latin1();
        var head = seen.apply(marked.substring(0, marked.indexOf(MARK)));
        var tail = seen.apply(marked.substring(marked.indexOf(MARK) + MARK.length()));
        var now = seen.apply(after);
        return now.length() >= head.length() + tail.length() && now.startsWith(head) && now.endsWith(tail);
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    private TreeCount plus(TreeCount o) {
        return new TreeCount(mails + o.mails, same + o.same, multiparts + o.multiparts, kept + o.kept,
                readable + o.readable, texts + o.texts, leftAlone + o.leftAlone, thrown + o.thrown);
    }

    /** A line of a table in Markdown. */
    String row(String name) {
        return "| %s | %d of %d | %d of %d | %d of %d | %d of %d | %d of %d |%n".formatted(name, same, mails, kept,
                multiparts, readable, multiparts, leftAlone, texts, thrown, texts);
    }
}
