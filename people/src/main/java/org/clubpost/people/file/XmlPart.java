package org.clubpost.people.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a spreadsheet in XML, read event by event. It names no file and no host that is fetched, and has no more than
 * {@value #LONGEST} octets in one tag or text. Names are read without what stands before a colon: the name of a namespace
 * can be given to any number of prefixes, and to know them all takes time that grows with the square of it.
 */
final class XmlPart implements AutoCloseable {

    /** The most octets of one tag, or of one piece of text. */
    static final long LONGEST = 1L << 22;

    /** A part, or what of it is kept, is too large. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private final Counted in;
    private final XMLStreamReader xml;

    /** @param effort is spent on what unpacks */
    XmlPart(InputStream in, Effort effort) throws IOException {
        this.in = new Counted(in, effort);
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
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
        return xml.isStartElement() && isNamed(xml.getLocalName(), name);
    }

    /** Whether a tag of that name ends here. */
    boolean ends(String name) {
        return xml.isEndElement() && isNamed(xml.getLocalName(), name);
    }

    private static boolean isNamed(String written, String name) {
        return written.endsWith(name)
                && (written.length() == name.length() || written.indexOf(':') == written.length() - name.length() - 1);
    }

    /** The value of that attribute; empty when there is none. */
    String attribute(String name) {
        return attribute(name, false);
    }

    /** The value of the attribute of that name that has a prefix; empty when there is none. */
    String prefixedAttribute(String name) {
        return attribute(name, true);
    }

    private String attribute(String name, boolean isPrefixed) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name) && isPrefixed == !xml.getAttributePrefix(i).isEmpty()) {
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

        private final Effort effort;
        private long sinceEvent;

        Counted(InputStream in, Effort effort) {
            super(in);
            this.effort = effort;
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
            effort.spend(count);
            sinceEvent += count;
            if (sinceEvent > LONGEST) {
                throw new TooLarge();
            }
        }
    }
}
