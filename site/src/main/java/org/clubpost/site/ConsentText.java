package org.clubpost.site;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.text.Languages;

/** What a visitor agrees to, in the words of the form and of the page that asks for confirmation. */
public final class ConsentText {

    private static final String OF_ONE = "signup.consent";
    private static final String OF_SEVERAL = "lists.consent";

    private final Site site;

    /** In the words of that site. */
    public ConsentText(Site site) {
        this.site = site;
    }

    /** The words: those that stand above the button, and those that unfold. */
    public String words(Locale language, MailingList list) {
        return words(site.words(language), OF_ONE, values(list));
    }

    /** The words on the page where lists are ticked. They name none, because the ticked ones are on record themselves. */
    public String ofSeveral(Locale language) {
        return words(site.words(language), OF_SEVERAL, Map.of());
    }

    private static String words(Texts words, String name, Map<String, String> values) {
        return words.text(name, values) + " " + words.text("signup.consent.more", values);
    }

    private static Map<String, String> values(MailingList list) {
        return Map.of("list", list.profile().name());
    }

    /** SHA-256 of {@link #words}, as 64 hexadecimal digits, for the record of consent. */
    public String digest(Locale language, MailingList list) {
        return Wording.of(words(language, list)).digest();
    }

    /** SHA-256 of {@link #ofSeveral}, in the same form. */
    public String digestOfSeveral(Locale language) {
        return Wording.of(ofSeveral(language)).digest();
    }

    /**
     * The words with that digest that a form can have shown: those of today, or those of an older version, in any of our
     * languages. Words with another name of the list than today's are not known.
     */
    public Optional<Wording> known(MailingList list, String digest) {
        return known(OF_ONE, values(list), digest);
    }

    /** The same for the page where lists are ticked. */
    public Optional<Wording> knownOfSeveral(String digest) {
        return known(OF_SEVERAL, Map.of(), digest);
    }

    private Optional<Wording> known(String name, Map<String, String> values, String digest) {
        return Languages.ALL.stream().flatMap(language -> versions(language, name, values)).map(Wording::of)
                .filter(wording -> wording.digest().equals(digest)).findFirst();
    }

    /**
     * The words of today, and those from before, which stay in the texts as {@code NAME.1}, {@code NAME.2} and so on, each
     * of them whole.
     */
    private Stream<String> versions(Locale language, String name, Map<String, String> values) {
        var words = site.words(language);
        return Stream.concat(Stream.of(words(words, name, values)),
                IntStream.iterate(1, number -> number + 1).mapToObj(number -> name + "." + number)
                        .takeWhile(words::has).map(each -> words.text(each, values)));
    }
}
