package org.clubpost.people.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MembershipWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Mitglied", "Aktives Mitglied", "aktives  mitglied", "Ehrenmitglied", "Passivmitglied",
                    "Vollmitglied", "Mitglied (aktiv)", "Mitglied: ja", "Fördermitglied", "Gründungsmitglied",
                    "außerordentliches Mitglied", "Ehrenmitglied auf Lebenszeit", "Mitglied seit 2019",
                    "Mitglied (seit 01.05.2019)", "membre", "membre actif", "Membre d'honneur", "Membre d\u2019honneur",
                    "Adhérente", "adhérent", "socio", "Socio activo", "socia onoraria", "Sócio efetivo", "lid",
                    "erelid", "Lid van verdienste", "Steunend lid", "medlem", "Aktivt medlem", "Hedersmedlem",
                    "Æresmedlem", "member", "Active member", "honorary member", "Life Member",
                    "member in good standing", "Member since 2019-05-01", "Full-Member", "MITGLIED", "jäsen", "Członek",
                    "miembro", "membro"})
    void memberOfAnyKindIsOne(String status) {
        assertTrue(MemberStatus.isMember(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ehemalig", "ehemaliges Mitglied", "ausgetreten", "gekündigt", "lapsed", "lapsed member",
                    "former member", "ancien membre", "ex-socio", "ex socio", "oud-lid", "verstorben", "deceased",
                    "resigned", "expired", "kein Mitglied", "Nichtmitglied", "Nicht-Mitglied", "nicht mehr Mitglied",
                    "Mitglied bis 2020", "Mitglied seit 2019 bis 2020", "Mitglied: nein", "non-member", "Exmitglied",
                    "not a member", "membre non actif", "inactive member", "socio baja", "Interessent", "Gast",
                    "passiv", "Mitglied 2019", "seit 2019", "of", "in", "Antrag auf Mitglied", "member 0",
                    "pending member", "Mitglied (gekündigt)", "", "-"})
    void whoIsSurelyNoneOrUnknownIsNoMember(String status) {
        assertFalse(MemberStatus.isMember(status));
    }

    @ParameterizedTest
    @CsvSource({"Mitglieder, true, false", "Mitgliederliste 2026, true, false", "Members, true, false",
            "Ehemalige Mitglieder, false, true", "Alte Mitglieder, false, true", "Archiv, false, true",
            "Mitglieder ausgetreten, false, true", "Tabelle1, false, false", "Info, false, false"})
    void nameOfASheetSaysWhoIsInIt(String name, boolean areMembers, boolean areFormer) {
        assertEquals(areMembers, MembershipWords.nameMembers(name));
        assertEquals(areFormer, MembershipWords.nameFormer(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 1_000_000})
    void longTextIsNoStatus(int length) {
        assertFalse(MemberStatus.isMember("Mitglied ".repeat(length / 9 + 1)));
    }
}
