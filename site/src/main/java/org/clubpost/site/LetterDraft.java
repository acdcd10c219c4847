package org.clubpost.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.list.Colour;
import org.clubpost.core.list.MailingList;

/**
 * Which letter to write, and what to put into it. Start with {@link #about} and add what the letter's text has slots
 * for.
 *
 * @param name which letter: its texts are those under {@code mail.NAME}
 * @param language in which language
 * @param why why the reader gets it: the text is {@code mail.why.WHY}, or {@code mail.why} when empty
 * @param values what stands in the slots of the texts, by name
 * @param button where the one button leads; empty for a letter without a button
 * @param other where the one link below leads; empty for a letter without such a link
 * @param entries what the letter lists, in order
 * @param note a paragraph after everything but the link below; empty for none
 */
public record LetterDraft(String name, Locale language, String why, Map<String, String> values, String button,
        String other, List<Entry> entries, String note) {

    static final String POSTAL_ADDRESS = "postal-address";
    static final String COLOUR = "colour";
    static final String IMPRINT = "imprint";
    static final String PRIVACY = "privacy";

    /**
     * One thing of several that a letter tells.
     *
     * @param title what it is, in a few words; empty for none
     * @param lines further words, a line each
     * @param links where one can go from there
     */
    public record Entry(String title, List<String> lines, List<Link> links) {

        /** Copies the lists. */
        public Entry {
            lines = List.copyOf(lines);
            links = List.copyOf(links);
        }

        /** Whether it only says what the next ones are. */
        boolean isHeading() {
            return lines.isEmpty() && links.isEmpty();
        }

        /** Words without links. */
        public Entry(String title, List<String> lines) {
            this(title, lines, List.of());
        }
    }

    /**
     * A link.
     *
     * @param label its words
     * @param href where it leads
     */
    public record Link(String label, URI href) {}

    /** Copies the values and the entries. */
    public LetterDraft {
        values = Map.copyOf(values);
        entries = List.copyOf(entries);
    }

    /** A letter about that list. Its name and address are put in, and what its club says of itself. */
    public static LetterDraft about(MailingList list, String name, Locale language) {
        return new LetterDraft(name, language, "",
                Map.of("list", list.profile().name(), "list-address", list.address().ascii(), POSTAL_ADDRESS,
                        list.brand().postalAddress(), IMPRINT, list.brand().imprint(), PRIVACY, list.brand().privacy(),
                        COLOUR, list.brand().colour().map(Colour::text).orElse("")),
                "", "", List.of(), "");
    }

    /** This letter with a value for a slot. */
    public LetterDraft with(String slot, String value) {
        var more = new HashMap<>(values);
        more.put(slot, value);
        return new LetterDraft(name, language, why, more, button, other, entries, note);
    }

    /** This letter with one more thing to tell. */
    public LetterDraft with(Entry entry) {
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new LetterDraft(name, language, why, values, button, other, more, note);
    }

    /** This letter, to a reader with that part in the list: {@code member}, {@code owner} or {@code author}. */
    public LetterDraft to(String reader) {
        return new LetterDraft(name, language, reader, values, button, other, entries, note);
    }

    /** This letter with a button. */
    public LetterDraft withButton(URI target) {
        return new LetterDraft(name, language, why, values, target.toString(), other, entries, note);
    }

    /** This letter with a link below everything else. */
    public LetterDraft withOther(URI target) {
        return new LetterDraft(name, language, why, values, button, target.toString(), entries, note);
    }

    /** This letter with a paragraph after its text. */
    public LetterDraft withNote(String words) {
        return new LetterDraft(name, language, why, values, button, other, entries, words);
    }
}
