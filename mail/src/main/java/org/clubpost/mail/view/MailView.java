package org.clubpost.mail.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Deadline;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.rule.FileNames;
import org.clubpost.mail.text.Shown;
import org.clubpost.mail.text.Shown.Place;
import org.clubpost.mail.text.ShownText;

/**
 * A mail taken apart for somebody who looks at it: its text, its HTML, and its files, in the order in which they stand.
 * What is more than {@value #MOST_PARTS} parts is left out.
 */
public final class MailView {

    /** No more parts are looked at. */
    public static final int MOST_PARTS = 200;
    private static final int MOST_OF_FIELD = 300;
    private static final int MOST_OF_NAME = 120;
    /** Base64 takes four octets for three, and line ends besides (RFC 2045 section 6.8). */
    private static final double SHARE_OF_BASE64 = 0.73;

    private final Entity mail;
    private final List<Entity> pages = new ArrayList<>();
    private final List<Entity> files = new ArrayList<>();
    private int parts;

    private MailView(Entity mail) {
        this.mail = mail;
    }

    /** Takes a mail apart. What our own side has put on top of it is shown as any other field. */
    public static MailView of(Entity mail) {
        var view = new MailView(mail);
        view.look(mail, Place.ROOT);
        return view;
    }

    /**
     * A file of a mail.
     *
     * @param name its name, one line; empty when it has none
     * @param octets about how large it is
     */
    public record File(String name, long octets) {}

    private void look(Entity entity, Place place) {
        Deadline.check();
        if (++parts > MOST_PARTS) {
            return;
        }
        var type = entity.contentType();
        switch (entity.body()) {
            case Body.Multipart multipart -> lookInto(multipart, type);
            case Body.Leaf _,Body.Edited _ when !Shown.isFile(entity, type, place) && Shown.isText(type) -> {
                if (type.is("text", "html")) {
                    pages.add(entity);
                }
            }
            case Body.Leaf _,Body.Edited _ -> files.add(entity);
        }
    }

    private void lookInto(Body.Multipart multipart, ContentType type) {
        var root = type.is("multipart", "related") ? Shown.root(multipart, type) : -1;
        for (var i = 0; i < multipart.parts().size(); i++) {
            look(multipart.parts().get(i).entity(),
                    i == root || type.is("multipart", "alternative") ? Place.CHOICE : Place.IN_A_ROW);
        }
    }

    /** The text of the first field of that name, decoded, one line; empty when there is none. */
    public String field(String name) {
        return HeaderText.decoded(mail.header().value(name).orElse(""), MOST_OF_FIELD);
    }

    /** The text, as {@link ShownText} has it. */
    public String text() {
        return ShownText.of(mail);
    }

    /** The HTML as a page that can do nothing; empty when there is none. */
    public Optional<String> page() {
        return pages.stream().findFirst().map(page -> new SafePage(files).of(page));
    }

    /** Whether it has HTML. */
    public boolean hasPage() {
        return !pages.isEmpty();
    }

    /** Its files, pictures of the text among them. */
    public List<File> files() {
        return files.stream().map(each -> new File(HeaderText.cut(FileNames.of(each).orElse(""), MOST_OF_NAME),
                octets(each))).toList();
    }

    /** About how large a file is. */
    static long octets(Entity file) {
        if (!(file.body() instanceof Body.Leaf(var octets))) {
            return 0;
        }
        return switch (file.transferEncoding()) {
            case BASE64 -> Math.round(octets.length() * SHARE_OF_BASE64);
            case SEVEN_BIT, EIGHT_BIT, BINARY, QUOTED_PRINTABLE, UNKNOWN -> octets.length();
        };
    }

    /** The octets of the file with that number, counted from 0; empty when there is none, or it cannot be read. */
    public Optional<byte[]> file(int number) {
        return number >= 0 && number < files.size() ? content(files.get(number)) : Optional.empty();
    }

    static Optional<byte[]> content(Entity file) {
        return file.body() instanceof Body.Leaf(var octets)
                ? TransferDecoder.decode(octets, file.transferEncoding()).map(decoded -> decoded.toByteArray())
                : Optional.empty();
    }
}
