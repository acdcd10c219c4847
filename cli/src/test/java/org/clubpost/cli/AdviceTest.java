package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no check may advise, whatever the state that leads there; DoctorIT holds each advice to {@link Advice}. */
final class AdviceTest {

    private static final Path DOCTOR = Path.of("src/main/java/org/clubpost/cli/doctor");

    @Test
    void noSourceOfDoctorNamesADestroyingCommand() throws IOException {
        try (var sources = Files.walk(DOCTOR)) {
            var files = sources.filter(file -> file.toString().endsWith(".java")).toList();

            assertTrue(files.size() > 40, files.toString());
            assertEquals(List.of(), files.stream().filter(file -> Advice.DESTROYING
                    .matcher(text(file).replace("delete-stack\" + named", "").replace(
                            "delete-stack --stack-name \" + name",
                            ""))
                    .find()).toList());
        }
    }

    /** The guide is typed as it stands there too. Whoever removes a stack is told so at that place alone. */
    @Test
    void commandsOfTheGuideExist() {
        var guide = text(Path.of("../docs/deploy.md"));

        Advice.assertCommandsExist(guide.replace("./clubpost secrets rotate", ""));
        assertTrue(guide.substring(0, guide.indexOf("## Removing it")).lines()
                .noneMatch(line -> line.contains("sam delete") || line.contains("s3 rb")
                        || line.contains("delete-table")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sam delete, then sam deploy", "aws cloudformation delete-stack --stack-name club",
                    "aws dynamodb delete-table --table-name club-Table-1", "aws s3 rb s3://clubpost-mails-1 --force",
                    "aws sns publishes", "aws sns subscribe --no-such-option x",
                    "./clubpost doctor --stack club --fixx",
                    "./clubpost list creates news"})
    void unsoundAdviceIsFound(String advice) {
        assertThrows(AssertionError.class, () -> Advice.assertSound("       do: " + advice));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Have it made: ./clubpost doctor --stack club --fix (when it says no: aws cloudformation "
                    + "delete-stack --stack-name club-list-news && aws cloudformation wait stack-delete-complete --stack-name "
                    + "club-list-news && ./clubpost doctor --stack club --fix)", "./clubpost functions && sam deploy",
                    "./clubpost list create news --name \"Club News\" --owner olga@club.example --stack club"})
    void soundAdviceIsNoAlarm(String advice) {
        Advice.assertSound("       do: " + advice);
    }
}
