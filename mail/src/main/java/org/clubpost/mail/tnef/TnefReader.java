package org.clubpost.mail.tnef;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.clubpost.core.Deadline;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Octets;

/** Reads TNEF streams with Apache POI. What a stranger's stream costs is bounded by its size and a few limits here. */
final class TnefReader {

    private static final String LOG4J_STATUS = "log4j2.StatusLogger.level";
    /** The size of the largest mail that is received. Apache POI's own limits are less than such a mail may hold. */
    private static final int LARGEST = 40 << 20;
    /**
     * The most octets of MAPI properties in a stream. Apache POI unpacks the RTF among them at once, and it grows to
     * the eightfold at most (MS-OXRTFCP section 2.2.1.2.4).
     */
    private static final int MOST_PROPERTIES = 8 << 20;
    /** In how many mails inside a mail we look. */
    private static final int DEEPEST = 5;
    private static final int SIGNATURE = 0x223E9F78;
    private static final int HEADER = 6;
    private static final int ATTRIBUTE_HEAD = 9;
    private static final int CHECKSUM = 2;
    private static final int MESSAGE_PROPERTIES = 0x9003;
    private static final int ATTACHMENT_PROPERTIES = 0x9005;
    /** IID_IMessage, with which the property that holds a mail begins (MS-OXTNEF section 2.1.3.5). */
    private static final Octets A_MAIL = Octets.of(new byte[]{7, 3, 2, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0,
            0x46});
    private static final int BY_VALUE = 1;

    static {
        if (System.getProperty(LOG4J_STATUS) == null) {
            // Apache POI asks for Log4j. Having nothing but its API is not an error that we should report.
            System.setProperty(LOG4J_STATUS, "OFF");
        }
        TNEFAttribute.setMaxRecordLength(LARGEST);
        MAPIAttribute.setMaxRecordLength(LARGEST);
    }

    private final HMEFMessage message;
    private final MapiValues values;
    private final int depth;
    private boolean isWhole = true;

    private TnefReader(HMEFMessage message, int depth) {
        this.message = message;
        this.values = new MapiValues(message.getMessageMAPIAttributes(), codePage(message));
        this.depth = depth;
    }

    /** What is in a stream; nothing at all of one that is broken, and of anything but a letter. */
    static Tnef read(Octets stream) {
        return opened(stream, 0).filter(TnefReader::isLetter).map(TnefReader::tnef).orElse(Tnef.NOTHING);
    }

    private static Optional<TnefReader> opened(Octets stream, int depth) {
        Deadline.check();
        if (properties(stream) > MOST_PROPERTIES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TnefReader(new HMEFMessage(new ByteArrayInputStream(stream.toByteArray())), depth));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** How many octets of properties are in a stream, as its lengths say (MS-OXTNEF section 2.1.1). */
    private static long properties(Octets stream) {
        var octets = ByteBuffer.wrap(stream.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        if (octets.limit() < HEADER || octets.getInt(0) != SIGNATURE) {
            return 0;
        }
        long count = 0;
        long at = HEADER;
        while (at + ATTRIBUTE_HEAD <= octets.limit()) {
            int id = Short.toUnsignedInt(octets.getShort((int) at + 1));
            long length = Integer.toUnsignedLong(octets.getInt((int) at + 5));
            count += id == MESSAGE_PROPERTIES || id == ATTACHMENT_PROPERTIES ? length : 0;
            at += ATTRIBUTE_HEAD + length + CHECKSUM;
        }
        return count;
    }

    private static int codePage(HMEFMessage message) {
        var said = new MapiValues(message.getMessageMAPIAttributes(), 0);
        return said.number(MapiValues.MESSAGE_CODE_PAGE).orElseGet(() -> said.number(MapiValues.INTERNET_CODE_PAGE)
                .orElseGet(() -> Optional.ofNullable(message.getMessageAttribute(TNEFProperty.ID_OEMCODEPAGE))
                        .map(TNEFAttribute::getData).filter(data -> data.length >= 4)
                        .map(data -> ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt()).orElse(1252)));
    }

    /** Meetings, tasks, contacts and reports are more than their files and their text, and Outlook alone reads them. */
    private boolean isLetter() {
        var kind = attribute(TNEFProperty.ID_MESSAGECLASS).orElse("").strip().toUpperCase(Locale.ROOT);
        return kind.isEmpty() || kind.startsWith("IPM.NOTE") || kind.startsWith("IPM.MICROSOFT MAIL.NOTE");
    }

    private Optional<String> attribute(TNEFProperty property) {
        return Optional.ofNullable(message.getMessageAttribute(property)).map(TNEFAttribute::getData).map(data -> {
            // Apache POI takes every long text for UTF-16, and most are in an 8-bit code page.
            boolean isWide = data.length > 2 && data.length % 2 == 0 && data[1] == 0 && data[0] != 0;
            return isWide ? new String(data, StandardCharsets.UTF_16LE) : values.decoded(Octets.of(data));
        }).map(text -> text.replace("\0", "")).filter(text -> !text.isBlank());
    }

    private Tnef tnef() {
        var html = values.octets(MapiValues.HTML).map(this::html).filter(text -> !text.octets().isEmpty());
        var plain = values.text(MapiValues.BODY).or(this::body);
        var rtf = html.isPresent() ? Optional.<Octets>empty() : values.octets(MapiValues.RTF);
        var read = rtf.flatMap(octets -> Rtf.read(octets, values.codePage()));
        isWhole &= rtf.isEmpty() || read.isPresent();
        var items = items();
        if (read.filter(text -> text.kind() == Rtf.Kind.HTML).isPresent()) {
            var made = Octets.of(read.get().text().getBytes(StandardCharsets.UTF_8));
            return new Tnef(Optional.of(new Tnef.Text(made, "utf-8")), plain, Optional.empty(), items, isWhole);
        }
        return new Tnef(html, plain.or(() -> read.map(Rtf::text).filter(text -> !text.isBlank())),
                read.filter(text -> text.kind() == Rtf.Kind.OWN).flatMap(_ -> rtf), items, isWhole);
    }

    private Optional<String> body() {
        return attribute(TNEFProperty.ID_BODY);
    }

    private Tnef.Text html(Octets octets) {
        if (values.isWide(MapiValues.HTML)) {
            return new Tnef.Text(Octets.of(values.text(MapiValues.HTML).orElse("").getBytes(StandardCharsets.UTF_8)),
                    "utf-8");
        }
        int end = octets.length();
        while (end > 0 && octets.at(end - 1) == 0) {
            end--;
        }
        var text = octets.slice(0, end);
        return new Tnef.Text(text, CodePages.likely(text,
                values.number(MapiValues.INTERNET_CODE_PAGE).orElse(values.codePage())));
    }

    private List<Tnef.Item> items() {
        List<Tnef.Item> items = new ArrayList<>();
        for (Attachment attachment : message.getAttachments()) {
            var item = item(attachment, items.size() + 1);
            item.ifPresent(items::add);
            isWhole &= item.isPresent();
        }
        return items;
    }

    private Optional<Tnef.Item> item(Attachment attachment, int number) {
        var about = new MapiValues(attachment.getMAPIAttributes(), values.codePage());
        var object = about.octets(MapiValues.DATA);
        if (object.filter(data -> data.startsWith(A_MAIL, 0)).isPresent()) {
            return mail(about, object.get().slice(A_MAIL.length()), number);
        }
        var data = Optional.ofNullable(attachment.getAttribute(TNEFProperty.ID_ATTACHDATA)).map(TNEFAttribute::getData)
                .map(Octets::of);
        // By reference, or an object of another program: its octets are elsewhere, or of no use alone.
        return data.filter(_ -> about.number(MapiValues.METHOD).orElse(BY_VALUE) <= BY_VALUE)
                .map(content -> file(attachment, about, content, number));
    }

    private Optional<Tnef.Item> mail(MapiValues about, Octets stream, int number) {
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        return opened(stream, depth + 1).filter(TnefReader::isLetter).map(inner -> {
            var head = inner.head();
            var name = name(head.subject().or(() -> about.text(MapiValues.LONG_NAME)).orElse("mail-" + number));
            return new Tnef.Mail(name + ".eml", head, inner.tnef(), stream);
        });
    }

    private Tnef.Head head() {
        return new Tnef.Head(values.text(MapiValues.SUBJECT).or(() -> attribute(TNEFProperty.ID_SUBJECT)),
                values.text(MapiValues.SENDER_NAME),
                values.text(MapiValues.SENDER_SMTP).or(() -> values.text(MapiValues.SENDER_ADDRESS)),
                values.text(MapiValues.DISPLAY_TO), values.time(MapiValues.SUBMITTED));
    }

    private static Tnef.File file(Attachment attachment, MapiValues about, Octets content, int number) {
        var title = Optional.ofNullable(attachment.getAttribute(TNEFProperty.ID_ATTACHTITLE))
                .map(TNEFAttribute::getData).map(data -> about.decoded(Octets.of(data)));
        var given = about.text(MapiValues.LONG_NAME).or(() -> about.text(MapiValues.SHORT_NAME)).or(() -> title)
                .orElse("");
        var name = Optional.of(name(given)).filter(text -> !text.isEmpty()).orElse("attachment-" + number);
        var type = about.text(MapiValues.MEDIA_TYPE).map(String::strip).map(ContentType::parse)
                .filter(said -> said.isWhole() && !said.isMultipart() && !said.type().equals("message"))
                .or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).map(ContentType::parse));
        return new Tnef.File(name, type.orElseGet(() -> ContentType.parse("application/octet-stream")),
                about.text(MapiValues.CONTENT_ID).map(id -> id.replaceAll("[<>\\s]", "")).filter(id -> !id.isEmpty()),
                content);
    }

    private static String name(String given) {
        String clean = FieldText.oneLine(given.replace('\0', ' ')).strip();
        return clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
    }
}
