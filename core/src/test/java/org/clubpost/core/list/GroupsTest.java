package org.clubpost.core.list;

import static org.clubpost.core.list.SampleLists.aList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.SettingChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GroupsTest {

    private static MailingList with(String setting, String typed) {
        var change = ListSettings.named(setting).orElseThrow().change(aList(), typed);
        return assertInstanceOf(SettingChange.Changed.class, change, () -> setting + " = " + typed).list();
    }

    private static SettingChange changed(String setting, String typed) {
        return ListSettings.named(setting).orElseThrow().change(aList(), typed);
    }

    @ParameterizedTest
    @CsvSource({"anna@club.example,board", "anna@CLUB.example,board", "anna@a.uni.example,students",
            "anna@b.a.uni.example,students", "anna@staff.uni.example,staff", "anna@x.staff.uni.example,teachers",
            "anna@uni.example,", "anna@xuni.example,", "anna@notclub.example,", "anna@bücher.example,readers",
            "anna@xn--bcher-kva.example,readers"})
    void closestDomainDecides(String address, String group) {
        var list = with("domain-groups", "*.uni.example=students, club.example=board, staff.uni.example=staff, "
                + "*.staff.uni.example=teachers, bücher.example=readers");

        assertEquals(Optional.ofNullable(group).map(GroupName::new).stream().collect(Collectors.toSet()),
                list.groups().of(EmailAddress.of(address)));
    }

    @Test
    void groupsAreThoseNamedAndThoseOfTheTable() {
        var list = with("domain-groups", "club.example=board");
        list = list.with(list.groups().withNamed(Arrays.asList(new GroupName("students"), new GroupName("board"))));

        assertEquals(Set.of(new GroupName("board"), new GroupName("students")), list.groups().all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"club.example", "=board", "club.example=", "club.example=Owner", "*=board",
                    "*.=board", "club=board", "a@club.example=board", "club.example=news-join", "club..example=board",
                    "*.*.uni.example=students", "club.example=board=x"})
    void wrongTableIsRefused(String typed) {
        assertInstanceOf(SettingChange.Refused.class, changed("domain-groups", typed));
    }

    @ParameterizedTest
    @CsvSource({"anna@club.example,true", "anna@a.club.example,false", "anna@x.uni.example,true",
            "anna@uni.example,false", "anna@example.com,false"})
    void onlyTheseDomainsSignUp(String address, boolean takes) {
        assertEquals(takes, with("sign-up-domains", "club.example, *.uni.example").signUp()
                .takes(EmailAddress.of(address)));
    }

    @Test
    void withoutDomainsAnyAddressSignsUp() {
        assertEquals(true, aList().signUp().takes(EmailAddress.of("anna@example.com")));
    }

    @Test
    void blankWithinANameMakesNoTwoGroups() {
        assertInstanceOf(SettingChange.Refused.class, changed("groups", "the board"));
        assertEquals(Set.of(new GroupName("the"), new GroupName("board")),
                with("groups", " the , board ").groups().all());
    }

    @Test
    void groupMayHaveARuleOfItsOwn() {
        var groups = with("group-posting", "board=group, students=owners").groups();

        assertEquals(Optional.of(GroupPosting.Who.GROUP), groups.mayPost(new GroupName("board")));
        assertEquals(Optional.of(GroupPosting.Who.OWNERS), groups.mayPost(new GroupName("students")));
        assertEquals(Optional.empty(), groups.mayPost(new GroupName("others")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"board", "board=nobody", "=group", "board=GROUP", "owner=group"})
    void wrongRuleIsRefused(String typed) {
        assertInstanceOf(SettingChange.Refused.class, changed("group-posting", typed));
    }

    @Test
    void audienceIsAUnion() {
        var board = Audience.of(Set.of(new GroupName("board")));
        var students = Audience.of(Set.of(new GroupName("students")));

        assertEquals(Audience.of(Set.of(new GroupName("board"), new GroupName("students"))), board.and(students));
        assertEquals(Audience.everyone(), board.and(Audience.everyone()));
        assertEquals(Audience.everyone(), Audience.everyone().and(board));
        assertEquals(true, board.and(students).includes(Set.of(new GroupName("students"))));
        assertEquals(false, board.includes(Set.of(new GroupName("students"))));
        assertEquals(false, board.includes(Set.of()));
        assertEquals(true, Audience.everyone().includes(Set.of()));
    }
}
