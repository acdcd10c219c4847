package org.clubpost.people.file;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What clubs call their members: {@code Aktives Mitglied}, {@code Ehrenmitglied}, {@code membre d'honneur}, {@code socio
 * ordinario}, {@code member since 2019}. Each word must be known, and one of them must say that somebody is a member. So
 * {@code kein Mitglied}, {@code ex-socio}, {@code former member} and {@code Mitglied bis 2020} are none.
 */
final class MembershipWords {

    private static final int LONGEST = 80;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SINCE = Pattern
            .compile(
                    "(?iu) *\\(?\\b(?:seit|since|depuis|desde|dal|sinds|siden|sedan)(?: dem| le| el)?:? [0-9./-]{4,10}\\)?$");
    private static final Set<String> MEMBER = words("""
            mitglied mitglieder vereinsmitglied clubmitglied klubmitglied vollmitglied aktivmitglied passivmitglied
            ehrenmitglied fordermitglied foerdermitglied jugendmitglied juniorenmitglied seniorenmitglied
            familienmitglied einzelmitglied probemitglied grundungsmitglied gruendungsmitglied vorstandsmitglied
            neumitglied gonnermitglied goennermitglied freimitglied hauptmitglied kindermitglied erwachsenenmitglied
            partnermitglied zweitmitglied firmenmitglied kollektivmitglied ehrenprasident ehrenpraesident
            ehrenvorsitzender ehrenvorsitzende
            member members
            membre membres adherent adherente adherents societaire
            socio socia soci socio socios
            membro membri miembro miembra miembros associado associada asociado asociada associato associata
            lid leden erelid ereleden jeugdlid seniorlid juniorlid gezinslid bestuurslid proeflid steunlid
            medlem medlemmer medlemmar hedersmedlem æresmedlem aeresmedlem stottemedlem støttemedlem stodmedlem
            passivmedlem aktivmedlem familjemedlem familiemedlem
            jasen kunniajasen czlonek członek czlonkini członkini clen clenka член участник μελος uye""");
    private static final Set<String> KIND = words("""
            aktiv aktive aktives aktiver passiv passive passives passiver ordentlich ordentliche ordentliches
            außerordentlich außerordentliches ausserordentliches forderndes foerderndes fordernd foerdernd zahlendes
            zahlend volles neues junges aufgenommen ehrenhalber auf lebenszeit des im vereins verein vorstands
            active passive full ordinary regular paid paying current honorary honourary honorable life lifetime
            associate junior senior student family adult youth founding founder supporting sustaining individual
            corporate new valid good standing in a the of club
            actif actifs actives passif passifs honneur honoraire bienfaiteur bienfaitrice fondateur fondatrice
            titulaire associe sympathisant d de du le la les jour
            activo activa pasivo pasiva honor honorario honoraria numerario numeraria fundador fundadora vitalicio
            vitalicia protector protectora
            attivo attiva passivo passiva ordinario ordinaria onorario onoraria sostenitore sostenitrice fondatore
            fondatrice benemerito benemerita effettivo effettiva
            ativo ativa efetivo efetiva efectivo efectiva contribuinte benemerita
            actief actieve passief gewoon gewone steunend steunende van verdienste
            aktivt aktivni passivt aktiivinen honorowy zwyczajny wspierajacy wspierający zwykly zwykły cestny čestny
            действительный почетный""");

    private static final Set<String> FORMER = words("""
            alt alte alter altes old former lapsed expired resigned archiv archive archives archivio archivo fruhere
            fruehere exmitglieder exmitglied ausgetretene austritte austritt abgange abgaenge gekundigte gekuendigte
            geloschte geloeschte abgemeldete verstorbene nichtmitglieder nichtmitglied leavers left ex anciens ancien
            anciennes antiguos bajas oud oudleden gammel gamle gamla""");

    private MembershipWords() {}

    /** Whether a sheet of that name has the members. */
    static boolean nameMembers(String sheet) {
        return ofText(sheet).anyMatch(word -> MEMBER.contains(word) || word.startsWith("mitglieder"))
                && !nameFormer(sheet);
    }

    /** Whether a sheet of that name has those who are members no more. */
    static boolean nameFormer(String sheet) {
        return ofText(sheet).anyMatch(word -> FORMER.contains(word) || MemberStatus.saysLeft(word));
    }

    private static Stream<String> ofText(String text) {
        return NO_LETTER.splitAsStream(text).map(ColumnName::plain).filter(word -> !word.isEmpty());
    }

    private static Set<String> words(String all) {
        return Set.copyOf(Stream.of(all.strip().split("\\s+", -1)).map(ColumnName::plain).toList());
    }

    /** Whether that says of somebody that they are a member, of whatever kind. */
    static boolean sayMember(String status) {
        if (status.length() > LONGEST) {
            return false;
        }
        var words = ofText(SINCE.matcher(status.strip()).replaceAll("")).toList();
        return words.stream().anyMatch(MEMBER::contains)
                && words.stream().allMatch(word -> MEMBER.contains(word) || KIND.contains(word)
                        || MemberStatus.isWordOfMember(word));
    }
}
