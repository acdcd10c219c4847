package org.clubpost.mail.tnef;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.Charsets;

/**
 * The values of MAPI properties (MS-OXPROPS), by their numbers.
 *
 * @param attributes all of them
 * @param codePage what texts are written in that are not UTF-16
 */
record MapiValues(List<MAPIAttribute> attributes, int codePage) {

    static final int SUBJECT = 0x0037;
    static final int SUBMITTED = 0x0039;
    static final int SENDER_NAME = 0x0C1A;
    static final int SENDER_ADDRESS = 0x0C1F;
    static final int DISPLAY_TO = 0x0E04;
    static final int BODY = 0x1000;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int SENDER_SMTP = 0x5D01;
    static final int DATA = 0x3701;
    static final int METHOD = 0x3705;
    static final int LONG_NAME = 0x3707;
    static final int SHORT_NAME = 0x3704;
    static final int MEDIA_TYPE = 0x370E;
    static final int CONTENT_ID = 0x3712;
    static final int INTERNET_CODE_PAGE = 0x3FDE;
    static final int MESSAGE_CODE_PAGE = 0x3FFD;

    private static final int WIDE = 0x1F;
    /** FILETIME counts tenths of a microsecond since 1601 (MS-DTYP section 2.3.3). */
    private static final long UNTIL_1970 = 11_644_473_600L;

    private Optional<MAPIAttribute> first(int id) {
        return attributes.stream().filter(each -> each.getProperty().id == id).findFirst();
    }

    /** The octets of a property, as they are. */
    Optional<Octets> octets(int id) {
        return first(id).map(MAPIAttribute::getData).map(Octets::of);
    }

    /** Whether it is a text in UTF-16. */
    boolean isWide(int id) {
        return first(id).filter(each -> each.getType() == WIDE).isPresent();
    }

    /** A text; empty when there is none, or nothing in it. */
    Optional<String> text(int id) {
        return octets(id)
                .map(octets -> isWide(id)
                        ? new String(octets.toByteArray(), StandardCharsets.UTF_16LE)
                        : decoded(octets))
                .map(text -> text.replace("\0", "")).filter(text -> !text.isBlank());
    }

    /** Octets as a text in the code page. */
    String decoded(Octets octets) {
        var charset = Charsets.named(CodePages.name(codePage)).orElse(StandardCharsets.ISO_8859_1);
        return new String(octets.toByteArray(), charset);
    }

    /** A number. */
    OptionalInt number(int id) {
        var octets = octets(id).filter(value -> value.length() >= 4);
        return octets.isEmpty() ? OptionalInt.empty() : OptionalInt.of(little(octets.get()).getInt());
    }

    /** A time. */
    Optional<Instant> time(int id) {
        return octets(id).filter(value -> value.length() == 8).map(value -> little(value).getLong()).flatMap(ticks -> {
            try {
                return Optional.of(Instant.ofEpochSecond(ticks / 10_000_000 - UNTIL_1970));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static ByteBuffer little(Octets octets) {
        return ByteBuffer.wrap(octets.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
