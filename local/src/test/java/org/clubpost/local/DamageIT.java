package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.Map;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.database.Database;
import org.clubpost.core.list.ListId;
import org.clubpost.local.sqlite.Faults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged database gives a sentence that names the way back, wherever it is met. */
final class DamageIT {

    private static final String WAY_BACK = "./clubpost restore FILE --data NEW-DIR";
    private static final int PAGE = 8192;

    private Path data = Path.of("");

    /** What can happen to a database. */
    enum Damage {
        EMPTY {
            @Override
            void to(Path database) throws IOException {
                Files.write(database, new byte[0]);
            }
        },
        MISSING {
            @Override
            void to(Path database) throws IOException {
                Files.delete(database);
            }
        },
        GARBAGE {
            @Override
            void to(Path database) throws IOException {
                Files.writeString(database, "Dear Sir or Madam\n".repeat(5000));
            }
        },
        TRUNCATED {
            @Override
            void to(Path database) throws IOException {
                try (var file = FileChannel.open(database, StandardOpenOption.WRITE)) {
                    file.truncate(2 * PAGE + 100);
                }
            }
        },
        OVERWRITTEN {
            @Override
            void to(Path database) throws IOException {
                try (var file = FileChannel.open(database, StandardOpenOption.WRITE)) {
                    for (var at = (long) PAGE; at < Files.size(database); at += PAGE) {
                        file.write(ByteBuffer.wrap("damage".repeat(100).getBytes(StandardCharsets.US_ASCII)), at);
                    }
                }
            }
        },
        WITHOUT_ITS_TABLES {
            @Override
            void to(Path database) throws IOException {
                try (var file = FileChannel.open(database, StandardOpenOption.WRITE)) {
                    file.write(ByteBuffer.wrap(new byte[4]), 60);
                }
            }
        };

        abstract void to(Path database) throws IOException;
    }

    @BeforeEach
    void runOnce(@TempDir Path temp) throws StartFailure {
        data = temp.resolve("data");
        try (var service = TestClubpost.start(data)) {
            service.join("ann@club.example");
        }
    }

    private Path database() {
        return new DataLayout(data).database();
    }

    @ParameterizedTest
    @EnumSource
    void startAndCommandsNameTheWayBack(Damage damage) throws Exception {
        damage.to(database());

        assertNamesTheWayBack(() -> TestClubpost.start(data).close());
        assertNamesTheWayBack(() -> {
            try (var open = LocalData.open(data)) {
                readAll(open.database());
            }
        });
    }

    private static void readAll(Database database) {
        for (var list : database.lists().all()) {
            try (var members = database.subscribers().all(list.id()); var posts = database.posts().of(list.id())) {
                members.forEach(_ -> {
                });
                posts.forEach(_ -> {
                });
            }
        }
    }

    /** What is done with the data. */
    private interface Use {

        void run() throws StartFailure, UnusableData;
    }

    private static void assertNamesTheWayBack(Use use) {
        var sentence = switch (assertThrows(Exception.class, use::run)) {
            case StartFailure failure -> failure.reason();
            case UnusableData failure -> failure.reason();
            case UnavailableException failure -> Faults.explain(failure);
            case Exception other -> throw new AssertionError(other);
        };

        assertTrue(sentence.contains("database"), sentence);
        assertTrue(sentence.contains(WAY_BACK) || sentence.contains("no data of Clubpost"), sentence);
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void rowThatCannotBeReadIsDamageToo() throws Exception {
        try (var open = LocalData.open(data)) {
            open.database().remember("unchanged", "yes");
        }
        sql("UPDATE subscriber SET status = 'NOBODY'");

        assertNamesTheWayBack(() -> {
            try (var open = LocalData.open(data)) {
                readAll(open.database());
            }
        });
    }

    @Test
    void serviceThatMeetsItAnswersThatItCannotNowAndStaysAlive() throws Exception {
        try (var service = TestClubpost.start(data)) {
            sql("ALTER TABLE list RENAME TO lost");

            assertEquals(503, service.get("/health").statusCode());
            assertEquals(503, service.post("/subscribe", Map.of("list", "news", "email", "ben@club.example"))
                    .statusCode());
            assertTrue(service.send("Hello").startsWith("451"), "the mail was not put off");
            assertThrows(UnavailableException.class,
                    () -> service.database().lists().find(new ListId("news")));
        }
        assertTrue(Files.readString(new DataLayout(data).log()).contains("outcome=unavailable"),
                "the log says nothing");
    }
}
