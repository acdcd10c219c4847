package org.clubpost.function.admin.waiting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.MailingList;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;

/**
 * What an author can be told of a refusal: one of some sentences, and words of one's own. The sentences are in the
 * language of the list, as is the mail that tells the author.
 */
final class Refusals {

    /** The field with the name of a sentence. */
    static final String SENTENCE = "sentence";
    /** The field with words of one's own. */
    static final String OWN = "words";
    /** The longest words of one's own. */
    static final int MOST = 400;

    private static final List<String> SENTENCES = List.of("topic", "private", "twice", "large", "readable");

    private Refusals() {}

    /** The two fields. */
    static List<Field> fields(RoomVisit visit) {
        var words = visit.words();
        var theirs = theirs(visit.list());
        var options = Stream.concat(Stream.of(new Field.Option("", words.text("waiting.sentence.none"))),
                SENTENCES.stream().map(each -> new Field.Option(each, theirs.text("waiting.sentence." + each))));
        return List.of(
                Field.choice(SENTENCE, words.text("waiting.sentence"), options.toList(), visit.text(SENTENCE)),
                Field.area(OWN, words.text("waiting.own-words"), visit.text(OWN), MOST).rows(2).optional()
                        .hint(words.text("waiting.own-words.hint")));
    }

    /** What the author is to know, as the fields say. */
    static String reason(RoomVisit visit) {
        var sentence = Optional.of(visit.text(SENTENCE)).filter(SENTENCES::contains)
                .map(each -> theirs(visit.list()).text("waiting.sentence." + each));
        return Stream.of(sentence.orElse(""), visit.text(OWN).strip()).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Words theirs(MailingList list) {
        return Words.of(list.profile().language());
    }
}
