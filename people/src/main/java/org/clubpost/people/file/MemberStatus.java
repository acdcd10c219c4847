package org.clubpost.people.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words of other programs that say whether somebody is a member. In a column of states only words that surely say so
 * count: whoever left, or never agreed, must not be brought in.
 */
public final class MemberStatus {

    private static final int LONGEST_WORD = 40;
    private static final Set<String> MEMBER = words("""
            confirmed subscribed enabled active member optedin optin singleoptin doubleoptin aktiv angemeldet abonniert
            bestatigt bestaetigt eingetragen actif abonne inscrit activo activa suscrito suscrita attivo attiva iscritto
            iscritta ativo inscrito actief ingeschreven normal granted given accepted agreed erteilt zugestimmt
            yes y true 1 x ja j wahr oui vrai si verdadero vero sim on""");
    private static final Set<String> NO = words("""
            no n false nein falsch non faux off null none never nie nicht not kein keine nao ne nej nei nee nil нет не
            nope ei niet nunca jamais""");
    private static final Set<String> NOTHING = words("""
            na nan notapplicable subscribed optedin notbounced notblocked notblacklisted notsuppressed
            notoptedout notremoved notdeleted notunsubscribed nobounce nobounces leer empty blank""");
    private static final Set<String> REFUSED = words("""
            pending unconfirmed notconfirmed unbestatigt unbestaetigt ausstehend offen requested invited waiting open
            enattente pendiente inattesa pendente unknown unbekannt denied declined refused rejected abgelehnt
            verweigert refuse rechazado rifiutato expired abgelaufen na unchecked nonmarketing nonmarketingcontact""");
    private static final Set<String> LEFT = words("""
            unsubscribed unsubscribe unsubscribedbyadmin unsub nonsubscribed notsubscribed neversubscribed notoptedin
            optedout optout optingout bounced bounce hardbounce hardbounced hardbounces softbounce softbounced
            bybounces byuser byadmin bymoderator cleaned blocked blocklisted blacklisted denylisted suppressed
            complained complaint spamcomplaint spam markedasspam donotcontact donotemail donotmail dontemail
            dontcontact nomail noemail undeliverable unzustellbar
            abgemeldet abbestellt ausgetragen ausgetreten austritt gesperrt blockiert widerrufen widersprochen
            gekundigt gekuendigt geloscht geloescht deaktiviert inaktiv ehemalig ehemaliger ehemalige ehemaligesmitglied
            nichtangemeldet nichtabonniert nichtbestatigt keinnewsletter verstorben
            removed deleted inactive deactivated disabled archived canceled cancelled revoked withdrawn unconfirmed
            notconfirmed pending exmember formermember deceased
            desinscrit desinscrite desabonne desabonnee nonabonne noninscrit bloque resilie supprime
            baja dadodebaja dadadebaja debaja cancelado cancelada bloqueado rebotado desuscrito desuscrita
            disiscritto disiscritta cancellato cancellata annullato bloccato rimosso
            uitgeschreven afgemeld geblokkeerd opgezegd descadastrado descadastrada descinscrito
            avregistrerad avmeldt avmeld afmeldt wypisany wypisana zablokowany odhlaseny odhlasen
            отписан отписана отписался отписалась заблокирован""");
    private static final Pattern ZEROS = Pattern.compile("[-–—0:.,/% ☐]*");
    private static final Pattern CROSSES = Pattern.compile("[-–—☐✗✘❌❎☒ ]+");
    private static final Pattern DIGITS = Pattern.compile("\\p{N}+");
    private static final Pattern AFTER_WORD = Pattern.compile("[^\\p{L}\\p{M}]");
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?|mailto):.*", Pattern.DOTALL);

    private MemberStatus() {}

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.strip().split("\\s+", -1)));
    }

    /** Whether that word is one for a member. */
    static boolean isMember(String status) {
        return isWordOfMember(ColumnName.plain(status)) || MembershipWords.sayMember(status);
    }

    /** Whether that word in lower case, without accents, is one for a member by itself. */
    static boolean isWordOfMember(String plain) {
        return MEMBER.contains(plain);
    }

    /** Whether a cell says something: neither no, nor nothing, nor a date of zeros. */
    static boolean isSaid(String cell) {
        var word = ColumnName.plain(cell);
        return !ZEROS.matcher(cell).matches() && !NO.contains(word) && !NOTHING.contains(word)
                && !LINK.matcher(cell).matches();
    }

    /** Whether a cell of consent says no, or not yet: a word of that kind, or a text that begins with a no. */
    static boolean isRefused(String cell) {
        var word = ColumnName.plain(cell);
        return word.equals("0") || CROSSES.matcher(cell).matches() || NO.contains(word) || REFUSED.contains(word)
                || NO.contains(ColumnName.plain(AFTER_WORD.split(cell.strip() + " ", 2)[0])) || saysLeft(cell);
    }

    /** Whether all of a cell is a word that in any column says of a person that they left, but for a date. */
    public static boolean saysLeft(String cell) {
        return cell.length() <= LONGEST_WORD
                && LEFT.contains(DIGITS.matcher(ColumnName.plain(cell)).replaceAll(""));
    }

    /** Whether all of a cell is a no. */
    static boolean saysNo(String cell) {
        return NO.contains(ColumnName.plain(cell));
    }
}
