package org.clubpost.people.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A part of a spreadsheet in XML, read event by event. It names no file and no host that is fetched, and it unpacks to
 * no more than {@value #LARGEST} octets, with no more than {@value #LONGEST} in one tag or text.
 */
final class XmlPart implements AutoCloseable {

    /** The most octets of a part: a million rows of people have less. */
    static final long LARGEST = 1L << 29;
    /** The most octets of one tag, or of one piece of text. */
    static final long LONGEST = 1L << 22;

    /** A part, or what of it is kept, is too large. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private final Counted in;
    private final XMLStreamReader xml;

    XmlPart(InputStream in) throws IOException {
        this.in = new Counted(in);
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            xml = factory.createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Goes on to the next tag that begins; false at the end. */
    boolean nextElement() throws IOException {
        while (advance()) {
            if (xml.isStartElement()) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to the next event; false at the end. */
    boolean advance() throws IOException {
        in.event();
        try {
            if (!xml.hasNext()) {
                return false;
            }
            xml.next();
            return true;
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof TooLarge tooLarge ? tooLarge : new IOException(e);
        }
    }

    /** Whether a tag of that name begins here, in any namespace. */
    boolean begins(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    /** Whether a tag of that name ends here. */
    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** The value of that attribute, in any namespace; empty when there is none. */
    String attribute(String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The value of the attribute with that name in a namespace whose name ends so; empty when there is none. */
    String attribute(String namespaceEnd, String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            @Nullable
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && namespace != null && namespace.endsWith(namespaceEnd)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text here; empty where there is none. */
    String text() {
        return xml.isCharacters() ? xml.getText() : "";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Octets, counted as they are unpacked. */
    private static final class Counted extends FilterInputStream {

        private long all;
        private long sinceEvent;

        Counted(InputStream in) {
            super(in);
        }

        void event() {
            sinceEvent = 0;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            took(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var count = super.read(into, from, length);
            took(Math.max(0, count));
            return count;
        }

        private void took(int count) throws IOException {
            all += count;
            sinceEvent += count;
            if (all > LARGEST || sinceEvent > LONGEST) {
                throw new TooLarge();
            }
        }
    }
}
