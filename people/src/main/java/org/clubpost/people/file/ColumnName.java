package org.clubpost.people.file;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that programs and people give to columns, in their languages. */
final class ColumnName {

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern REST = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBERED = Pattern
            .compile(
                    "email(?:(\\d{1,2})(?:value|address|adresse|wert|valeur|valor|valore)?|(?:address|adresse)(\\d{1,2}))");
    private static final String GROUPS = "groups";
    private static final Map<String, Role> ROLES = new HashMap<>();

    static {
        all(Role.ADDRESS, """
                email mail emailaddress emailaddresses emailadresse emailadressen mailadresse mailaddress emails emailid
                primaryemail contactemail subscriberemail useremail emailprimary recipientemail memberemail eml
                courriel adressecourriel adressemail adresseemail adresseelectronique adressedemessagerie
                correo correoelectronico direcciondecorreoelectronico direcciondecorreo emaildireccion direcciondeemail
                indirizzoemail indirizzodipostaelettronica postaelettronica indirizzomail
                emailadres mailadres adresemail adrespocztyelektronicznej enderecodeemail enderecoemail
                enderecodecorreioeletronico epost epostadresse epostadress sahkoposti sahkopostiosoite emailcim eposta
                epostaadresi электроннаяпочта почта адресэлектроннойпочты メールアドレス""");
        all(Role.FURTHER_ADDRESS, """
                emailprivat emailgeschaftlich emailgeschaeftlich emaildienstlich emailwork emailhome workemail homeemail
                privateemail personalemail businessemail secondaryemail alternateemail""");
        all(Role.PERHAPS_ADDRESS, "address adresse member mitglied contact kontakt recipient empfanger adres адрес to");
        all(Role.NAME, """
                name fullname displayname anzeigename vollername vollstandigername realname membername subscribername
                contactname nomcomplet nomaffiche nombrecompleto nombreyapellidos nomecompleto nomeecognome
                volledigenaam naam navn namn nimi fio фио имяифамилия vornamenachname vorundnachname 名前""");
        all(Role.OTHER_NAME, "emaildisplayname emailangezeigtername nickname spitzname");
        all(Role.FIRST_NAME,
                """
                        firstname fname first givenname forename vorname rufname prenom nombre nombres nome primeironome voornaam
                        fornavn fornamn etunimi imie jmeno имя ime keresztnev""");
        all(Role.LAST_NAME, """
                lastname lname last surname familyname nachname familienname zuname nom nomdefamille apellido apellidos
                cognome sobrenome achternaam etternavn efternavn efternamn sukunimi nazwisko prijmeni фамилия prezime
                vezeteknev""");
        all(Role.STATUS, """
                status subscriptionstatus subscriberstatus memberstatus emailstatus emailsubscriberstatus
                emailmarketingstatus abostatus newsletterstatus subscribed issubscribed confirmed active aktiv isactive
                etat statut estado stato acceptsemailmarketing acceptsmarketing newsletter emailpermissionstatus
                permissionstatus deliverystatus optinstatus doubleoptinstatus consentstatus mailingstatus
                emailmarketingconsent""");
        all(Role.CONSENT, "confirmedat confirmedon confirmationdate bestatigtam");
        all(Role.CONSENT_DETAIL, "confirmtime confirmip optintime optinip");
        all(Role.LEFT, """
                unsubtime unsubcampaignid cleantime cleancampaignid unsubscribed unsubscribedat unsubscribedate
                unsubscribetime optout optouttime optoutdate abgemeldet abgemeldetam deactivated deaktiviert bounced
                hardbounced blacklisted blocklisted blocked gesperrt leftat lefton dateleft leavedate leavingdate
                dateofleaving exitdate""");
    }

    private ColumnName() {}

    private static void all(Role role, String names) {
        for (var name : BLANK.split(names, -1)) {
            ROLES.put(name, role);
        }
    }

    /** What a column of that name is for. */
    static Role role(String header) {
        if (header.equalsIgnoreCase(GROUPS)) {
            return Role.GROUPS;
        }
        var name = plain(header);
        var numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            var number = numbered.group(1) == null ? numbered.group(2) : numbered.group(1);
            return Integer.parseInt(number) <= 1 ? Role.ADDRESS : Role.FURTHER_ADDRESS;
        }
        var known = ROLES.get(name);
        return known == null ? ColumnStems.role(header) : known;
    }

    /** The letters and digits in lower case, without accents: {@code E-Mail-Adresse} is {@code emailadresse}. */
    static String plain(String header) {
        var apart = Normalizer.normalize(header, Normalizer.Form.NFKD);
        return REST.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
