package org.clubpost.mail.command.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.mail.words.Courtesies;
import org.clubpost.mail.words.Folded;

/** What the first line of an answer to the notice of a held post decides, in the language of the list or in English. */
sealed interface Decision {

    /** It goes out. */
    record Send() implements Decision {}

    /**
     * It is refused.
     *
     * @param reason what its author is to know; empty for nothing
     */
    record Refuse(String reason) implements Decision {}

    /** The line may mean either, or something else. */
    record Unclear() implements Decision {}

    /** Reads the writer's own lines, of which the first is not blank. */
    static Decision of(List<String> lines, Locale language) {
        return new Words(language).read(lines);
    }

    /**
     * The words of a language.
     *
     * @param language the language
     */
    record Words(Locale language) {

        private static final Map<String, Set<String>> YES = Map.of("en",
                Set.of("send", "yes", "ok", "okay", "approve", "approved", "accept", "release"),
                "de", Set.of("ja", "senden", "schicken", "freigeben"), "fr", Set.of("oui", "envoyer", "accepter"), "es",
                Set.of("si", "enviar", "vale"), "it", Set.of("si", "inviare", "invia"), "nl",
                Set.of("ja", "versturen", "verzenden"), "pl", Set.of("tak", "wyslij"), "pt", Set.of("sim", "enviar"));
        private static final Map<String, Set<String>> NO = Map.of("en",
                Set.of("refuse", "no", "reject", "decline"), "de", Set.of("nein", "ablehnen"), "fr",
                Set.of("non", "refuser"), "es", Set.of("rechazar"), "it", Set.of("rifiutare", "rifiuta"), "nl",
                Set.of("nee", "weigeren"), "pl", Set.of("nie", "odrzuc"), "pt", Set.of("nao", "recusar"));
        /** What may stand beside a yes. */
        private static final Set<String> BESIDE = Set.of("please", "thanks", "thank", "you", "it", "thx", "bitte",
                "danke", "merci", "gracias", "grazie", "dank", "bedankt", "dziekuje", "prosze", "obrigado", "obrigada");
        private static final Pattern FIRST = Pattern.compile("\\P{L}*(\\p{L}+)(.*)", Pattern.DOTALL);
        private static final Pattern BEFORE_REASON = Pattern.compile("^[\\s,.:;!–—-]+");
        private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

        private Decision read(List<String> lines) {
            var words = words(lines.getFirst());
            if (words.stream().anyMatch(word -> is(YES, word))
                    && words.stream().allMatch(word -> is(YES, word) || BESIDE.contains(word))) {
                return new Send();
            }
            var first = FIRST.matcher(lines.getFirst());
            if (!first.matches() || !is(NO, Folded.of(first.group(1)))) {
                return new Unclear();
            }
            var reason = BEFORE_REASON.matcher(first.group(2)).replaceFirst("") + lines.stream().skip(1)
                    .takeWhile(line -> !line.isBlank() && !Courtesies.isOne(line)).map(line -> " " + line)
                    .collect(Collectors.joining());
            // "No problem, send it" is no refusal.
            return words(reason).stream().anyMatch(word -> is(YES, word))
                    ? new Unclear()
                    : new Refuse(reason.strip());
        }

        private boolean is(Map<String, Set<String>> table, String word) {
            return Stream.of("en", language.getLanguage())
                    .anyMatch(tag -> table.getOrDefault(tag, Set.of()).contains(word));
        }

        private static List<String> words(String line) {
            return NO_LETTERS.splitAsStream(Folded.of(line)).filter(word -> !word.isEmpty()).toList();
        }
    }
}
