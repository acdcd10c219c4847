package org.clubpost.people.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The stems of words by which a column is known to say who left or refused, when its whole name is not a known one: no
 * list can have all names that programs and people give to such a column.
 */
final class ColumnStems {

    private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\p{N}\\p{M}]+");
    /** Long enough to mean nothing else wherever they stand, as within a German compound. */
    private static final Set<String> LEFT_ANYWHERE = words("""
            unsubscri desubscri blacklist blocklist denylist suppress supress abgemeldet abmeldung abmelde abbestell
            austritt ausgetreten ausgetragen gesperrt widerruf widersproch widerspruch gekundigt gekuendigt
            deaktivier desinscri desabonn disiscri disdett uitgeschreven uitschrijv afgemeld avregistr avmeld
            wypisan odhlasen отписа unzustellbar undeliver quarantin donotemail donotmail donotcontact dontemail
            dontmail dontcontact nichtanschreiben nichtkontaktieren""");
    /** What a word of the name begins with, or several words without the blanks between them. */
    private static final Set<String> LEFT_AT_WORD = words("""
            unsub optout optedout optingout bounce hardbounce softbounce blocked blockiert bloque bloqueado bloccato
            geblokkeerd cancel annul kundig kuendig removed deleted geloscht geloescht supprim eliminad eliminat borrado
            deactivated disabled inactive inaktiv inactif inactiv inattiv archived archiviert invalid ungultig ungueltig
            complain complaint spamcomplaint spamreport markedasspam revoked withdrawn nomail noemail noemails
            fechabaja exmember formermember ehemalig verstorben deceased opgezegd
            opposition""");
    private static final Set<String> LEFT_WORDS = words("baja bajas spam resigned terminated");
    private static final Set<String> LEFT_AT_END = words("optout optedout bounced removed deleted nomail");
    private static final Set<String> CONSENT_ANYWHERE = words("""
            subscri newsletter einwillig eingewillig zustimm zugestimmt einverst consent consens doubleoptin rundbrief
            rundmail abonn angemeldet bestatig bestaetig suscri inscri iscri ingeschreven aangemeld toestemming
            autoris autoriz permission erlaubnis emailerlaubt mailerlaubt emailallowed infomail
            подпис рассыл соглас""");
    private static final Set<String> CONSENT_AT_WORD = words("""
            optin optedin optingin confirm gdpr dsgvo rgpd marketing accepts accepted agree agreed
            receive wantsmail wantsemail sendmail sendemail""");
    private static final Set<String> CONSENT_WORDS = words("""
            doi abo mailings mailinglist mailingliste mailverteiler verteiler emailverteiler contactable rundschreiben
            infolettre boletin nieuwsbrief nyhetsbrev""");
    private static final Set<String> CONSENT_AT_END = words("optin");
    private static final Set<String> NEGATIONS = words("no not non nicht kein keine keinen pas never without ohne sin");
    /** What is not by mail says nothing of mail. */
    private static final Set<String> OTHER_WAYS = words("""
            sms mms whatsapp phone telephone telefon tel call calls anruf anrufe fax push postal mobile mobil""");
    private static final Set<String> LINKS = words("url link token hash key href");
    private static final Set<String> FIGURES = words("""
            count clicks opens number nummer anzahl rate score nr id name title language sprache price preis""");
    private static final Set<String> DETAILS = words("""
            at on am le date datum fecha data time zeit zeitpunkt timestamp ip source quelle text note notes plan type
            typ tier level method by von campaign reason grund since seit form formular""");

    private static final Set<String> DETAILS_AT_END = words("date datum time zeit at source page");

    private ColumnStems() {}

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.strip().split("\\s+", -1)));
    }

    /** What a column of that name, which is none of the known names, is for. */
    static Role role(String header) {
        var words = Stream.of(BETWEEN.split(header, -1)).map(ColumnName::plain).filter(word -> !word.isEmpty())
                .toList();
        var plain = String.join("", words);
        if (isOfLinks(words, plain) || isOfAnotherWay(words, plain)) {
            return Role.NONE;
        }
        var isConsent = has(words, plain, CONSENT_ANYWHERE, CONSENT_AT_WORD, CONSENT_WORDS, CONSENT_AT_END);
        var isLeft = has(words, plain, LEFT_ANYWHERE, LEFT_AT_WORD, LEFT_WORDS, LEFT_AT_END);
        if ((isLeft && !plain.endsWith("frist")) || (isConsent && NEGATIONS.contains(words.getFirst()))) {
            return Role.LEFT;
        }
        if (!isConsent || has(words, FIGURES)) {
            return Role.NONE;
        }
        return has(words, DETAILS) || DETAILS_AT_END.stream().anyMatch(plain::endsWith)
                ? Role.CONSENT_DETAIL
                : Role.CONSENT;
    }

    private static boolean has(List<String> words, String plain, Set<String> anywhere, Set<String> atWord,
            Set<String> whole, Set<String> atEnd) {
        return has(words, whole) || anywhere.stream().anyMatch(plain::contains)
                || atEnd.stream().anyMatch(plain::endsWith)
                || beginsAtWord(words, plain, atWord);
    }

    /**
     * Whether one of them begins where a word does.
     *
     * @param plain the words without what is between them
     */
    private static boolean beginsAtWord(List<String> words, String plain, Set<String> wanted) {
        var at = 0;
        for (var word : words) {
            var from = at;
            if (wanted.stream().anyMatch(each -> plain.startsWith(each, from))) {
                return true;
            }
            at += word.length();
        }
        return false;
    }

    private static boolean has(List<String> words, Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }

    private static boolean isOfLinks(List<String> words, String plain) {
        return has(words, LINKS) || plain.endsWith("link") || plain.endsWith("url");
    }

    private static boolean isOfAnotherWay(List<String> words, String plain) {
        return has(words, OTHER_WAYS) && !plain.contains("mail");
    }
}
