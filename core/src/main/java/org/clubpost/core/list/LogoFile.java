package org.clubpost.core.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Takes the octets of a file as a {@link Logo}. What kind of picture it is, is told by its first octets and not by its
 * name: PNG (ISO/IEC 15948 section 5.2), JPEG (ISO/IEC 10918-1, B.1.1.3), WebP (RFC 9649 section 2.4) or SVG 1.1.
 *
 * <p>An SVG is a document that could run scripts and load other files. Our pages show it as an image, where a browser
 * does neither; all the same, one that tries to is refused and not mended: what is left out of a drawing changes it.
 */
public final class LogoFile {

    private static final Map<String, String> BEGINNINGS = Map.of("\u0089PNG\r\n\u001a\n", "image/png",
            "\u00ff\u00d8\u00ff", "image/jpeg");
    private static final Set<String> ACTIVE = Set.of("script", "foreignobject", "iframe", "embed", "object", "audio",
            "video", "handler", "set", "animate", "animatemotion", "animatetransform");

    private LogoFile() {}

    /** What became of a file. */
    public sealed interface Taken {

        /**
         * It is one of those pictures.
         *
         * @param logo the picture
         */
        record Picture(Logo logo) implements Taken {}

        /** It has more than {@link Logo#MAX_OCTETS}. */
        record TooLarge() implements Taken {}

        /** It is none of those pictures, or a broken one. */
        record NoPicture() implements Taken {}

        /** It is an SVG that moves, has scripts, refers to other files or has a DTD. */
        record NotStill() implements Taken {}
    }

    /** Looks at the octets of a file. */
    public static Taken take(byte[] octets) {
        if (octets.length > Logo.MAX_OCTETS) {
            return new Taken.TooLarge();
        }
        var text = new String(octets, ISO_8859_1);
        for (var beginning : BEGINNINGS.entrySet()) {
            if (text.startsWith(beginning.getKey())) {
                return picture(beginning.getValue(), octets);
            }
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return picture("image/webp", octets);
        }
        return svg(octets);
    }

    private static Taken picture(String mediaType, byte[] octets) {
        return new Taken.Picture(new Logo(mediaType, Base64.getEncoder().encodeToString(octets)));
    }

    private static Taken svg(byte[] octets) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(octets));
            var isRoot = true;
            var text = new StringBuilder();
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                        || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    return new Taken.NotStill();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (isRoot && !(reader.getLocalName().equals("svg")
                            && "http://www.w3.org/2000/svg".equals(reader.getNamespaceURI()))) {
                        return new Taken.NoPicture();
                    }
                    isRoot = false;
                    if (isActive(reader)) {
                        return new Taken.NotStill();
                    }
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    text.append(reader.getText());
                }
            }
            return loads(text.toString()) ? new Taken.NotStill() : picture("image/svg+xml", octets);
        } catch (XMLStreamException notXml) {
            return new Taken.NoPicture();
        }
    }

    private static boolean isActive(XMLStreamReader element) {
        if (ACTIVE.contains(element.getLocalName().toLowerCase(Locale.ROOT))) {
            return true;
        }
        for (var i = 0; i < element.getAttributeCount(); i++) {
            var name = element.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            var value = element.getAttributeValue(i).strip();
            if (name.startsWith("on") || loads(value)
                    || ((name.equals("href") || name.equals("src")) && !isWithin(value))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(String target) {
        return target.startsWith("#") || target.startsWith("data:image/png;") || target.startsWith("data:image/jpeg;");
    }

    /** Whether a style names another file. An escape could hide it. A comment of XML cannot: all text is looked at as one. */
    private static boolean loads(String style) {
        var plain = style.toLowerCase(Locale.ROOT).replaceAll("\\s|[\"']", "");
        return plain.contains("@import") || plain.contains("\\") || plain.contains("javascript:")
                || plain.contains("image-set(")
                || plain.replace("url(#", "").contains("url(");
    }
}
