package org.clubpost.mail.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Leaves out of a text what its writer did not write: lines of a quote, the line that introduces it, the mail that
 * Outlook and its kin put below, the signature, and what phones add.
 */
final class Quotes {

    /** How many lines an introduction of a quote may be broken over. */
    private static final int INTRODUCTION = 3;
    private static final int LONGEST_INTRODUCTION = 300;
    /** Within so many lines the fields of a quoted mail follow each other. */
    private static final int BLOCK = 6;

    private static final Pattern INTRODUCES = Pattern.compile(
            ".*(?:\\b(?:wrote|writes|schrieb|schrieben|a ecrit|escribio|scritto|scrive|schreef|escreveu|napisal|napisala"
                    + "|napisal\\(a\\)|pisze|skrev|skreiv|kirjoitti|napsal|irta|a scris|yazdi|egrapse)\\b|\u043d\u0430\u043f\u0438\u0441\u0430\u043b"
                    + "|\u043f\u0438\u0448\u0435\u0442|\u03b5\u03b3\u03c1\u03b1\u03c8\u03b5|\u5199\u9053|\u66f8\u304d\u307e\u3057\u305f).*:");
    /** How an introduction begins that is broken over lines. */
    private static final Pattern BEGINS = Pattern
            .compile("(?:on|am|le|el|il|op|em|a|den|dnia|w dniu|pa|ma|dne|at|in) .*");
    private static final Pattern RULE = Pattern.compile("-{2,}\\s?\\p{L}[^-]{2,50}-{2,}|_{20,}|begin forwarded message:"
            + "|anfang der weitergeleiteten nachricht:|debut du message (?:re)?expedie:?|inicio del mensaje reenviado:"
            + "|inizio messaggio inoltrato:|begin doorgestuurd bericht:");
    private static final Pattern FROM = Pattern.compile("\\*?(?:from|von|de|da|van|od|fran|fra)\\s?:.*");
    private static final Pattern FIELD = Pattern
            .compile("\\*?(?:sent|date|gesendet|datum|envoye|enviado(?: em)?|enviada"
                    + "(?: em)?|inviato|data|verzonden|wyslano|skickat|sendt|dato|fecha|to|cc|an|a|para|aan|do|dw|till|til|subject"
                    + "|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|amne|emne)\\s?:.*");
    private static final Pattern SIGNATURE = Pattern.compile("--|\u2014|\u2013\u2013");
    private static final Pattern PHONE = Pattern
            .compile("(?:(?:sent|gesendet|envoye|enviado|inviato|verstuurd|verzonden"
                    + "|wyslane|wyslano|skickat|sendt|lahetetty|diese nachricht wurde)\\b.{0,40}\\b(?:iphone\\w?|ipad|ipod|android"
                    + "|galaxy|samsung|smartphone|handy|telefon|telefoon|telefono|mobile|mobiltelefon|mobilne|mobil|outlook|mail"
                    + "|phone|huawei|yahoo|proton|protonmail|gmx|web\\.de|thunderbird|aquamail|mobiele|blackberry)\\b.{0,60}"
                    + "|von mein(?:em)? .{2,40} gesendet|get outlook for .*|outlook fur .* (?:beziehen|herunterladen)"
                    + "|holen sie sich outlook .*|telecharge[rz] outlook .*|obt(?:er|ener|enere|enha) (?:o )?outlook .*|scarica outlook .*"
                    + "|outlook voor .* downloaden|pobierz (?:aplikacje )?outlook .*|hamta outlook .*|hent outlook .*)");

    private final List<String> lines;
    private final List<String> own = new ArrayList<>();

    private Quotes(List<String> lines) {
        this.lines = lines;
    }

    /** The writer's own lines, blank ones among them. */
    static List<String> without(List<String> lines) {
        var quotes = new Quotes(lines);
        quotes.read();
        return List.copyOf(quotes.own);
    }

    private void read() {
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var folded = folded(at);
            if (SIGNATURE.matcher(folded).matches() || RULE.matcher(folded).matches() || isBlock(at)) {
                return;
            }
            var introduction = introduction(at);
            if (introduction > 0) {
                if (!isQuoted(at + introduction)) {
                    return;
                }
                at += introduction - 1;
            } else if (!line.stripLeading().startsWith(">") && !PHONE.matcher(folded).matches()) {
                own.add(line);
            }
        }
    }

    /** A long line is a paragraph, and none of what is looked for. */
    private String folded(int at) {
        var line = at < lines.size() ? lines.get(at) : "";
        return line.length() > LONGEST_INTRODUCTION ? "" : Folded.of(line);
    }

    /** The fields of a quoted mail, as Outlook writes them. */
    private boolean isBlock(int at) {
        if (!FROM.matcher(folded(at)).matches()) {
            return false;
        }
        var fields = 0;
        for (var next = at + 1; next < at + BLOCK; next++) {
            fields += FIELD.matcher(folded(next)).matches() ? 1 : 0;
        }
        return fields >= 2;
    }

    /** How many lines from here introduce a quote; 0 when they do not. */
    private int introduction(int at) {
        var text = new StringBuilder();
        for (var count = 1; count <= INTRODUCTION; count++) {
            var line = folded(at + count - 1);
            if (line.isEmpty() || line.startsWith(">")) {
                return 0;
            }
            text.append(line).append(' ');
            if (line.endsWith(":")) {
                var whole = text.toString().strip();
                return INTRODUCES.matcher(whole).matches() && (isQuoted(at + count) || isDated(whole)) ? count : 0;
            }
            if (!isDated(line) && !BEGINS.matcher(line).matches()) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isDated(String introduction) {
        return introduction.chars().anyMatch(c -> Character.isDigit(c) || c == '@');
    }

    /** Whether the next line that is not blank is quoted, or none follows. */
    private boolean isQuoted(int from) {
        for (var at = from; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                return lines.get(at).stripLeading().startsWith(">");
            }
        }
        return true;
    }
}
