package org.clubpost.mail.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a text for people that names a recipient.
 *
 * @param address the recipient
 * @param rest what the line says beside it
 */
record AddressLine(String address, String rest) {

    private static final Pattern BULLET = Pattern.compile("^(?:[*•・-]{1,4}|>>>|\\d{1,3}[.)]) +(?=\\S)");
    private static final Pattern NAME = Pattern.compile("(?Ui)(?!.*\\b(?:contact|please|to|by|at|from|via|an|von)\\b)"
            + "[\\w\"',._@-]{1,60}(?: +[\\w\"'.,_@()-]{1,40}){0,4} *");
    private static final Pattern BLANKS = Pattern.compile("\\s{2,}");
    private static final List<String> DIALOGUE = List.of(">>>", "<<<", "...");
    /** A date with up to two words before it, in any language: Exchange says when it tried. */
    private static final String DATE = "\\s{1,9}(?:\\p{L}{1,12}\\.?\\s){0,2}\\d{1,4}[./年-]\\s?\\d{1,2}.*";
    /** What may follow an address in a line that names a recipient. */
    private static final Pattern BEHIND = Pattern
            .compile("(?is)^(?:>)?\"?'?(?:\\s*$|\\s*:.*|\\s*[,;]\\s*$|\\s*<.*|\\s+\\(.*"
                    + "|\\s*\\[.*|\\s+on \\w.*|" + DATE
                    + "|\\s*\\.\\.\\. .*|\\s+\\.\\.\\. ?.*|\\s+-+ .*|\\s+invalid .*|\\s+delivery .*|\\s+\\d{3}[ -].*"
                    + "|\\s*→.*|.*error_code.*)$");

    /** The recipient that a line names, if it names one and says no more than why. */
    static Optional<AddressLine> in(String line, List<String> labels) {
        var text = BLANKS.matcher(line.strip()).replaceAll(" ");
        var labelled = labels.stream().flatMap(label -> labelled(text, label).stream()).findFirst();
        if (labelled.isPresent()) {
            return labelled;
        }
        var bare = BULLET.matcher(text).replaceFirst("");
        if (DIALOGUE.stream().anyMatch(bare::startsWith) || bare.indexOf('@') < 0) {
            return Optional.empty();
        }
        return beginning(bare).or(() -> named(bare));
    }

    private static Optional<AddressLine> labelled(String text, String label) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(label.toLowerCase(Locale.ROOT));
        boolean isWord = at == 0 || (at > 0 && label.length() > 8);
        if (!isWord) {
            return Optional.empty();
        }
        var behind = text.substring(at + label.length());
        return Spec.first(behind).map(address -> new AddressLine(address, text));
    }

    /** {@code <a@b>: words}, {@code a@b}, {@code "a@b":}. */
    private static Optional<AddressLine> beginning(String text) {
        int begin = text.startsWith("<mailto:")
                ? 8
                : text.startsWith("<") || text.startsWith("\"")
                        || text.startsWith("'") || text.startsWith("[") ? 1 : 0;
        if (text.regionMatches(true, begin, "smtp:", 0, 5) || text.regionMatches(true, begin, "smtp=", 0, 5)) {
            begin += 5;
        }
        int start = begin;
        return Spec.first(text.substring(start)).filter(address -> text.startsWith(address, start))
                .flatMap(address -> {
                    var behind = text.substring(start + address.length());
                    return bracketed(behind).or(() -> Optional.of(new AddressLine(address, rest(behind)))
                            .filter(_ -> BEHIND.matcher(behind).matches()));
                });
    }

    /** {@code x@y <a@b>: words}: the one in brackets is where the mail went. */
    private static Optional<AddressLine> bracketed(String behind) {
        if (!behind.startsWith(" <")) {
            return Optional.empty();
        }
        return Spec.first(behind).filter(address -> behind.startsWith(address + ">", 2))
                .map(address -> new AddressLine(address, rest(behind.substring(2 + address.length()))));
    }

    /** {@code Name <a@b>} and {@code Name (a@b)} alone on a line, {@code c=de;a= ;smtp=a@b on Monday}. */
    private static Optional<AddressLine> named(String text) {
        int smtp = text.toLowerCase(Locale.ROOT).indexOf("smtp=");
        if (smtp >= 0) {
            return Spec.first(text.substring(smtp + 5)).map(address -> new AddressLine(address, ""));
        }
        boolean isNamed = text.length() < 200 && (text.endsWith(">") || text.endsWith(">:") || text.endsWith(")"))
                && text.indexOf('.') > 0 && !text.contains(": ") && Spec.all(text).count() == 1;
        int bracket = text.lastIndexOf('<');
        return isNamed && bracket > 0 && NAME.matcher(text.substring(0, bracket)).matches()
                ? Spec.first(text.substring(bracket)).map(address -> new AddressLine(address, ""))
                : Optional.empty();
    }

    private static String rest(String behind) {
        int begin = 0;
        while (begin < behind.length() && ">\"':;, ".indexOf(behind.charAt(begin)) >= 0) {
            begin++;
        }
        return behind.substring(begin);
    }
}
