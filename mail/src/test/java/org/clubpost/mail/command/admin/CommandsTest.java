package org.clubpost.mail.command.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.text.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of commands. */
class CommandsTest {

    private static List<String> of(Role role) {
        return Commands.ALL.stream().filter(command -> command.permission().map(role::may).orElse(true))
                .map(Command::name).toList();
    }

    @Test
    void ownerMayAllAndModeratorWhatConcernsPosts() {
        assertEquals(Commands.ALL.stream().map(Command::name).toList(), of(Role.OWNER));
        assertEquals(List.of("list", "held", "send", "refuse", "undo", "help"), of(Role.MODERATOR));
        assertEquals(Optional.of(Permission.CHANGE_MEMBERS), new Remove().permission());
    }

    @Test
    void eachIsExplainedInTheMailAndInTheGuide() throws IOException {
        var guide = Files.readString(Path.of("../docs/commands-for-owners.md"));
        for (var command : Commands.ALL) {
            assertTrue(command.syntax().startsWith(command.name()));
            assertTrue(Catalogue.of(Locale.ENGLISH).has("commands.help." + command.name()), command.name());
            assertTrue(guide.contains("`" + command.syntax() + "`"), command.syntax());
        }
    }

    @ParameterizedTest
    @CsvSource({"remvoe a, remove", "refus 1, refuse", "invitee a, invite", "pase a, pause", "hepl, help",
            "addd x, add", "sent me, send", "what is this, ''", "ist, ''"})
    void slipsOfThePenAreKnown(String line, String name) {
        assertEquals(Optional.of(name).filter(known -> !known.isEmpty()), Commands.meant(line).map(Command::name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Anna", "anna@example.org, ben@example.org", "anna@example",
                    "anna@example.org ben@example.org",
                    "<anna@example.org> <ben@example.org>"})
    void whatNamesNotOneAddressIsNobody(String text) {
        assertEquals(Optional.empty(), Somebody.read(text));
    }

    @Test
    void reasonStandsBehindAColonOrBecause() {
        var read = Stream.of("anna@example.org Anna Meyer: told ben@example.org so",
                "Anna Meyer <anna@example.org> because she told ben@example.org so").map(Somebody::read)
                .map(Optional::orElseThrow).toList();

        assertEquals(List.of("told ben@example.org so", "she told ben@example.org so"),
                read.stream().map(Somebody::reason).toList());
        assertTrue(read.stream().allMatch(somebody -> somebody.name().text().equals("Anna Meyer")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@example.org until 2027-12-31", "a@example.org, until 31.12.2027.", "a@example.org 1.2.2027"})
    void daysAreWrittenInTwoWays(String rest) {
        assertTrue(new Pause().read(rest).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org until Friday", "a@example.org until 2027-02-30", "until 2027-12-31", ""})
    void whatIsNoDayIsNoPause(String rest) {
        assertTrue(new Pause().read(rest).isEmpty());
    }
}
