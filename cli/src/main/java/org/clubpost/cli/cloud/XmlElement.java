package org.clubpost.cli.cloud;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.clubpost.core.UnavailableException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element of the XML that AWS's query protocol answers with; perhaps none, which has no text and no children. */
public final class XmlElement {

    private static final XmlElement NONE = new XmlElement(List.of(), "");

    private final List<Element> children;
    private final String text;

    private XmlElement(List<Element> children, String text) {
        this.children = children;
        this.text = text;
    }

    /**
     * The outermost element of that document.
     *
     * @throws UnavailableException when it is no XML
     */
    public static XmlElement parse(String document) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return of(builder.parse(new InputSource(new StringReader(document))).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnavailableException("an answer of AWS is not understood", e);
        }
    }

    private static XmlElement of(Element element) {
        var nodes = element.getChildNodes();
        var elements = IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE).map(Element.class::cast).toList();
        return new XmlElement(elements, element.getTextContent());
    }

    /** The first element of that name at any depth; none when there is none. */
    public XmlElement first(String name) {
        return children.stream().map(child -> child.getTagName().equals(name) ? of(child) : of(child).first(name))
                .filter(found -> found != NONE).findFirst().orElse(NONE);
    }

    /** The elements of a list: {@code <name><member>…</member>…</name>}. */
    public List<XmlElement> members(String name) {
        return first(name).children.stream().map(XmlElement::of).toList();
    }

    /** Its text, with that of its children; empty for none. */
    public String text() {
        return text.strip();
    }

    /** The text of the first element of that name at any depth; empty when there is none. */
    public String text(String name) {
        return first(name).text();
    }
}
