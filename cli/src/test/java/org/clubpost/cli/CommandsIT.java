package org.clubpost.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clubpost.core.health.ListHealth;
import org.clubpost.core.health.Toll;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.LocalData;
import org.clubpost.local.LocalService;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.StartFailure;
import org.clubpost.local.UnusableData;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each command against a running service, found through its data directory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommandsIT {

    private Path data = Path.of("");
    private LocalService service;

    /** How a command ended. */
    private record Answer(int code, String out, String err) {}

    @BeforeAll
    void start(@TempDir Path directory) throws StartFailure {
        ServiceLog.silence();
        data = directory;
        service = LocalService.start(new LocalSettings(directory,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), "lists.example.org",
                new Outlet.Mailbox(Sync.ALWAYS), Trust.LOOPBACK, LocalSettings.USUAL_WINDOW));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private Answer run(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        return plain(arguments.toArray(String[]::new));
    }

    private static Answer plain(String... command) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Clubpost.run(new PrintWriter(out, true), new PrintWriter(err, true), command);
        return new Answer(code, out.toString(), err.toString());
    }

    @Test
    void linksOfTheOwnersPagesArePrinted() {
        var running = service.running();

        assertEquals(new Answer(0, "Run lists " + running.signIn()
                + " (signs you in, once; the next start makes a new one)\nMailbox  "
                + running.link("/mailbox").orElseThrow() + "\nPosts    "
                + running.link("/posts").orElseThrow() + "\n", ""), run("links"));
        assertTrue(running.link("/posts").orElseThrow().toString().matches(
                "http://localhost:\\d+/posts\\?key=[A-Za-z0-9_-]{32}"));
    }

    @Test
    void listIsCreatedChangedAndShown() {
        var created = run("list", "create", "chess", "--name", "Chess Club", "--owner", "olga@club.example",
                "otto@club.example");
        var again = run("list", "create", "chess", "--name", "Chess", "--owner", "olga@club.example");
        var changed = run("list", "set", "chess", "subject-tag=[c]", "posting=members");
        var shown = run("list", "show", "chess");

        assertEquals(new Answer(0, "Created chess@lists.example.org.\n", ""), created);
        assertEquals(1, again.code());
        assertEquals(new Answer(0, "Changed subject-tag, posting of chess.\n", ""), changed);
        assertTrue(shown.out().matches("(?s).*subject-tag +\\[c\\].*"), shown.out());
        assertTrue(shown.out().matches("(?s).*owners +olga@club.example, otto@club.example.*"), shown.out());
        assertTrue(run("list", "ls").out().matches("(?s).*chess +0 +chess@lists.example.org +Chess Club\n.*"));
    }

    /** The running service finds what the command noted. */
    @Test
    void mailThatWasNotTakenInIsHandedToTheService() throws UnusableData, InterruptedException {
        run("list", "create", "late", "--name", "Late", "--owner", "olga@club.example");
        var mail = MailKey.inbound(new ListId("late"), "never-taken-in");
        try (var open = LocalData.open(data)) {
            open.mails().put(mail, MailContent.of("From: sam@stranger.example\r\n\r\n".getBytes(US_ASCII)));

            assertEquals(new Answer(0, """
                    inbound/late/never-taken-in (without a post)
                    1 mail not taken in. To have them taken in: the same without --dry-run.
                    """, ""), run("posts", "receive", "late", "--dry-run"));
            assertEquals(new Answer(0, """
                    inbound/late/never-taken-in (without a post): handed on
                    1 mail: 1 handed on.
                    """, ""), run("posts", "receive", "late"));
            while (open.database().posts().of(new ListId("late")).findAny().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        assertEquals(new Answer(0, "Every mail was taken in.\n", ""), run("posts", "receive", "late"));
    }

    @Test
    void unknownSettingIsAnsweredWithThoseThatThereAre() {
        var answer = run("list", "set", "news", "weather=fine");

        assertEquals(2, answer.code());
        assertTrue(
                answer.err().matches(
                        "(?s)clubpost: There is no setting \"weather\". There are: .*, name, .*, subject-tag, .*\n.*"),
                answer.err());
    }

    @Test
    void refusedValueNamesItsSetting() {
        var answer = run("list", "set", "news", "max-size=huge");

        assertEquals(2, answer.code());
        assertTrue(answer.err().startsWith("clubpost: max-size is a size from 1K to 40M"), answer.err());
    }

    @Test
    void languageInWhichWeDoNotWriteIsRefused() {
        var answer = run("list", "set", "news", "language=ja");

        assertEquals(2, answer.code());
        assertTrue(
                answer.err().startsWith("clubpost: language is one of en, de, fr, es, it, nl, pl, pt, or one of them "
                        + "with a region, such as de-CH.\n"),
                answer.err());
        assertTrue(run("list", "show", "news").out().matches("(?s).*language +en .*"));
    }

    @Test
    void valuesAreShownAsTheyAreTyped() {
        run("list", "create", "typed", "--name", "Typed", "--owner", "olga@club.example");

        run("list", "set", "typed", "undo=5m", "confirm-within=36h", "max-size=512K");
        var shown = run("list", "show", "typed").out();

        assertTrue(shown.matches("(?s).*undo +5m .*"), shown);
        assertTrue(shown.matches("(?s).*confirm-within +36h .*"), shown);
        assertTrue(shown.matches("(?s).*max-size +512K .*"), shown);
    }

    @Test
    void memberIsAddedShownAndRemoved() {
        run("list", "create", "one", "--name", "One", "--owner", "olga@club.example");

        var added = run("members", "add", "one", "ann@club.example", "--name", "Ann");
        var again = run("members", "add", "one", "Ann@club.example");
        var shown = run("members", "ls", "one", "--status", "member");
        var old = run("members", "ls", "one", "--status", "CONFIRMED");
        var removed = run("members", "remove", "one", "ann@club.example");
        var back = run("members", "add", "one", "ann@club.example");

        assertEquals(new Answer(0, "Added. A mail tells them so, and how to leave.\n", ""), added);
        assertEquals(new Answer(0, "This person was a member already.\n", ""), again);
        assertTrue(shown.out().matches("(?s).*member +\\S+ +ann@club.example +Ann\n"), shown.out());
        assertEquals(shown, old);
        assertTrue(run("members", "ls", "one", "--status", "no-such").err().contains("expected one of pending"));
        assertEquals(new Answer(0, "Removed.\n", ""), removed);
        assertEquals(0, back.code(), back.err());
        run("members", "remove", "one", "ann@club.example");
        assertTrue(run("members", "ls", "one").out().contains("removed "));
    }

    @Test
    void memberIsChangedAndShownWithAllThatIsKnown() {
        run("list", "create", "set", "--name", "Set", "--owner", "olga@club.example");
        run("members", "add", "set", "ann@club.example", "--name", "Ann");

        var changed = run("members", "set", "set", "Ann@club.example", "--name", "Anna", "--language", "de",
                "--own-posts", "receipt", "--copy-when-addressed", "no");
        var shown = run("members", "ls", "set", "--json").out().replaceAll("\\s+", " ");

        assertEquals(new Answer(0, "Changed.\n", ""), changed);
        assertTrue(shown.contains("\"email\" : \"ann@club.example\", \"name\" : \"Anna\", \"language\" : \"de\", "
                + "\"own-posts\" : \"receipt\", \"copy-when-addressed\" : \"no\""), shown);
        assertTrue(run("members", "export", "set").out().contains(",de,receipt,no,"));
    }

    @Test
    void memberIsToldOfNewPostsWhereTheListHasThatOn() {
        run("list", "create", "told", "--name", "Told", "--owner", "olga@club.example");
        run("members", "add", "told", "ann@club.example");
        assertTrue(run("members", "set", "told", "ann@club.example", "--notify", "mail").err()
                .contains("The list tells nobody."));

        assertEquals(0, run("list", "set", "told", "notes=mail").code());
        assertEquals(new Answer(0, "Changed.\n", ""),
                run("members", "set", "told", "ann@club.example", "--notify", "mail"));

        assertTrue(run("members", "export", "told").out().contains(",copy,yes,mail,"));
        assertTrue(run("members", "set", "told", "ann@club.example", "--notify", "+493012345678").err()
                .contains("The list sends to no phones."));
        assertTrue(run("members", "set", "told", "ann@club.example", "--notify", "some").err()
                .contains("--notify is none, mail or the number of a phone"));
        assertTrue(run("list", "set", "told", "notes=phone", "note-countries=+49").err()
                .contains("This machine reaches no phones"));
    }

    @Test
    void whatCannotBeSetIsSaid() {
        assertEquals(new Answer(1, "", "clubpost: This address is not a member of the list.\n"),
                run("members", "set", "news", "nobody@club.example", "--name", "N"));
        assertTrue(run("members", "set", "news", "a@club.example").err().contains("Say what to change"));
        assertTrue(run("members", "set", "news", "a@club.example", "--own-posts", "some").err()
                .contains("--own-posts is copy, receipt or none."));
        assertTrue(run("members", "set", "news", "a@club.example", "--copy-when-addressed", "1").err()
                .contains("--copy-when-addressed is yes or no."));
        assertTrue(run("members", "set", "news", "a@club.example", "--language", "c++").err()
                .contains("--language is a tag"));
    }

    @Test
    void importReportsBadLinesAndCanBeRunTwice() throws IOException {
        run("list", "create", "many", "--name", "Many", "--owner", "olga@club.example");
        var file = Files.writeString(data.resolve("members.csv"), "email,name,city\n"
                + IntStream.range(0, 1200).mapToObj(i -> "m" + i + "@club.example,M " + i + ",Bern\n")
                        .collect(Collectors.joining())
                + "nonsense,N,Bern\nx@club.example,\"X,Bern\ny@club.example,Y\",Bern\n");

        var first = run("members", "import", "many", file.toString(), "--reason", "members of 2026");
        var second = run("members", "import", "many", file.toString(), "--reason", "members of 2026");
        var exported = run("members", "export", "many");

        assertEquals(1, first.code());
        assertTrue(first.out().startsWith("Ignoring the columns: city\n"), first.out());
        assertTrue(first.out().contains("Added 1200, members before 0, "), first.out());
        assertEquals("""
                Line 1202: "nonsense" is not an e-mail address
                Line 1203: a quote is opened and not closed in this line; lines 1203 to 1204 were not read
                """, first.err());
        assertTrue(second.out().contains("Added 0, members before 1200, "), second.out());
        assertEquals(1201, exported.out().lines().count());
        assertTrue(exported.out().contains("members of 2026"), "the reason is not kept");
    }

    @Test
    void ownerPausesAMemberAndEndsThePause() {
        run("list", "create", "pause", "--name", "Pause", "--owner", "olga@club.example");
        run("members", "add", "pause", "anna@club.example");
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(40);

        assertEquals(new Answer(0, "Changed.\n", ""),
                run("members", "set", "pause", "anna@club.example", "--pause-until", day.toString()));
        assertTrue(run("members", "ls", "pause").out().contains(day.toString()));
        assertTrue(run("members", "ls", "pause", "--json").out().contains("\"paused-until\" : \"" + day + "\""));
        assertTrue(run("members", "export", "pause").out().contains("," + day + ","));
        for (var bad : List.of("2020-01-01", "9999-12-31", "soon", "2026-02-30")) {
            assertEquals(2, run("members", "set", "pause", "anna@club.example", "--pause-until", bad).code(), bad);
        }
        run("members", "set", "pause", "anna@club.example", "--pause-until", "none");
        assertFalse(run("members", "ls", "pause").out().contains(day.toString()));
    }

    @Test
    void exportIsImportedWithoutThoseWhoLeft() throws IOException {
        run("list", "create", "old", "--name", "Old", "--owner", "olga@club.example");
        run("list", "create", "new", "--name", "New", "--owner", "olga@club.example");
        run("members", "add", "old", "ann@club.example", "--name", "=Ann", "--reason", "on paper,\nof 2026");
        run("members", "add", "old", "ben@club.example", "--name", "Ben");
        run("members", "remove", "old", "ben@club.example");
        var file = Files.writeString(data.resolve("export.csv"), run("members", "export", "old").out());

        var imported = run("members", "import", "new", file.toString(), "--reason", "moved");

        assertEquals(0, imported.code(), imported.err());
        assertTrue(imported.out().contains("Added 1, members before 0, left out because they had left 0, "
                + "left out because they are no members, says the file, 1, bad lines 0, "), imported.out());
        assertTrue(run("members", "ls", "new", "--json").out().contains("\"=Ann\""));
        assertFalse(run("members", "ls", "new").out().contains("ben@club.example"));
    }

    @Test
    void dryRunOfAnImportSaysWhatWouldBeDoneAndDoesNothing() throws IOException {
        run("list", "create", "dry", "--name", "Dry", "--owner", "olga@club.example");
        run("members", "add", "dry", "ben@club.example");
        var file = Files.write(data.resolve("dry.csv"), """
                E-Mail-Adresse;Vorname;Nachname;Status
                anna@club.example;Jörg;Müller;subscribed
                ben@club.example;Ben;B;subscribed
                cleo@club.example;Cleo;C;unsubscribed
                dan;Dan;D;subscribed
                """.getBytes(ISO_8859_1));

        var dry = run("members", "import", "dry", file.toString(), "--dry-run");

        assertEquals(new Answer(1, """
                dry.csv is CSV with semicolons, in windows-1252 (a guess: if names look wrong, name it with --charset).
                  address: "E-Mail-Adresse"
                  first name: "Vorname"
                  last name: "Nachname"
                  whether a member: "Status"
                  such as: Jörg Müller <anna@club.example>
                  such as: Ben B <ben@club.example>
                Left out 1: "Status" is "unsubscribed", line 4
                Whom you may write to all the same comes in from a file without that column or word, or with another \
                word there.
                Would be added 1, put into groups 0, members before 1, left out because they had left 0, \
                left out because they are no members, says the file, 1, bad lines 1. Nothing was changed.
                Mails that would tell them so, and how to leave: 1.
                """, "Line 5: \"dan\" is not an e-mail address\n"), dry);
        assertFalse(run("members", "ls", "dry").out().contains("anna@club.example"));
        assertEquals(2, run("members", "import", "dry", file.toString(), "--dry-run", "--charset", "klingon").code());
        assertTrue(run("members", "import", "dry", file.toString(), "--reason", "on paper").out()
                .contains("Added 1, members before 1, "));
    }

    @Test
    void whoeverIsSaidToHaveLeftIsNotBroughtInByAnotherLine() throws IOException {
        run("list", "create", "both", "--name", "Both", "--owner", "olga@club.example");
        var file = Files.writeString(data.resolve("both.csv"),
                "email,status\na@club.example,subscribed\nA@club.example,unsubscribed\n");

        var imported = run("members", "import", "both", file.toString(), "--reason", "on paper");

        assertTrue(imported.out().contains("Added 0, "), imported.out());
        assertTrue(imported.out().contains("Left out 1: another line says that they are no member\n"), imported.out());
    }

    @Test
    void sheetIsChosenAndWhoHasNoAddressIsNoMistake() throws IOException {
        run("list", "create", "sheets", "--name", "Sheets", "--owner", "olga@club.example");
        var book = data.resolve("book.xlsx");
        try (var in = Objects.requireNonNull(CommandsIT.class.getResourceAsStream("openpyxl.xlsx"))) {
            Files.copy(in, book);
        }
        var contacts = Files.writeString(data.resolve("contacts.csv"),
                "Name,E-mail 1 - Value\nAnna,anna@club.example\nBea,\nCea,\n");

        var all = run("members", "import", "sheets", book.toString(), "--dry-run");
        var old = run("members", "import", "sheets", book.toString(), "--dry-run", "--sheet", "alte");
        var google = run("members", "import", "sheets", contacts.toString(), "--dry-run");

        assertTrue(all.out().contains("Not read: its other sheets \"Alte\" (1 address), \"Deckblatt\" (no column of "
                + "addresses). --sheet NAME reads one of them.\n"), all.out());
        assertTrue(old.out().contains("book.xlsx is a spreadsheet, its sheet \"Alte\".\n"), old.out());
        assertEquals(0, google.code(), google.err());
        assertTrue(google.out().contains("Without an address 2, lines 3, 4\n"), google.out());
    }

    @Test
    void timeZoneOfAListIsSetAndAWrongOneIsAnswered() {
        run("list", "create", "zone", "--name", "Zone", "--owner", "olga@club.example");

        assertEquals(0, run("list", "set", "zone", "time-zone=europe/berlin", "quiet-hours=22:00-07:00").code());
        var shown = run("list", "show", "zone").out();
        assertTrue(shown.matches("(?s).*time-zone +Europe/Berlin .*"), shown);
        assertTrue(shown.matches("(?s).*quiet-hours +22:00-07:00 .*"), shown);
        assertEquals("clubpost: time-zone is the name of a time zone, such as Europe/Berlin or UTC; perhaps "
                + "Europe/Zurich is meant.",
                run("list", "set", "zone", "time-zone=Zurich").err().lines().findFirst()
                        .orElse(""));
    }

    @Test
    void importWithoutAReasonIsRefused() {
        var answer = run("members", "import", "news", "members.csv");

        assertEquals(2, answer.code());
        assertTrue(answer.err().contains("--reason"), answer.err());
    }

    @Test
    void postsAreListedAndUnknownOnesNamed() {
        assertEquals(new Answer(0, "post  received  state  author  subject  reason\n", ""), run("posts", "ls", "news"));
        assertEquals(new Answer(1, "", "clubpost: There is no post \"1\".\n"), run("posts", "show", "1"));
    }

    private PostId aPost(PostState state) {
        return aPost("controlled", state);
    }

    private PostId aPost(String list, PostState state) {
        var id = new ListId(list);
        run("list", "create", list, "--name", "Controlled", "--owner", "olga@club.example");
        var mail = MailKey.inbound(id, UUID.randomUUID().toString());
        var post = Post.unread(PostId.of(Instant.now(), mail), id, mail).with(state);
        try (var open = LocalData.open(data)) {
            open.database().posts().create(post);
        } catch (UnusableData e) {
            throw new IllegalStateException(e);
        }
        return post.id();
    }

    @Test
    void postIsCancelledAndWatchedToItsEnd() {
        var id = aPost(new PostState.Waiting(new MailKey("prepared/x"), PostState.Waiting.Why.QUIET_HOURS,
                Instant.now().plus(Duration.ofHours(9)), List.of())).value();

        var pause = run("posts", "pause", id);
        var cancel = run("posts", "cancel", id);
        var again = run("posts", "cancel", id);
        var watch = run("posts", "watch", id);

        assertEquals(new Answer(1, "",
                "clubpost: This post is waiting. Only a post that is going out can be paused.\n"), pause);
        assertEquals(new Answer(0,
                "It is cancelled. Copies that are on their way at this moment still arrive.\n", ""), cancel);
        assertEquals(1, again.code());
        assertEquals(0, watch.code());
        assertTrue(watch.out().startsWith("cancelled: 0 sent, 0 failed before "), watch.out());
        assertEquals(1, watch.out().lines().count());
    }

    @Test
    void whatMailSystemsReportIsShownWhenItIsAskedFor() {
        var report = aPost("reported", new PostState.Discarded(Reason.of(Reason.Cause.BOUNCE)));
        var spam = aPost("reported", new PostState.Discarded(Reason.of(Reason.Cause.SPAM)));

        var usual = run("posts", "ls", "reported", "--limit", "1").out();
        var all = run("posts", "ls", "reported", "--all").out();

        assertTrue(usual.contains(spam.value()) && !usual.contains(report.value()), usual);
        assertTrue(all.contains(spam.value()) && all.contains(report.value()), all);
    }

    @Test
    void mailOfAListThatStoppedByItselfIsReleasedOnce() throws UnusableData {
        var id = new ListId("stopped");
        run("list", "create", "stopped", "--name", "Stopped", "--owner", "olga@club.example");
        var goingOn = new Answer(1, "", "clubpost: The mail of the list stopped is not stopped.\n");
        assertEquals(goingOn, run("list", "release", "stopped"));
        try (var open = LocalData.open(data)) {
            open.database().returns().replace(Optional.empty(), new ListHealth(id, ListHealth.Level.STOPPED,
                    Instant.now(), true, Instant.EPOCH, Toll.NONE));
        }
        var post = aPost("stopped", PostState.Parked.withList(new PostState.Sending(new MailKey("prepared/y"), 1,
                Instant.now()), Instant.now()));
        assertTrue(run("posts", "ls", "stopped").out().contains("stopped with its list"));

        assertEquals(new Answer(0, "The mail of the list goes on. Posts that had to wait: 1.\n", ""),
                run("list", "release", "stopped"));

        assertEquals(goingOn, run("list", "release", "stopped"));
        try (var open = LocalData.open(data)) {
            assertFalse(open.database().returns().isHalted(id));
            assertFalse(open.database().posts().find(post).orElseThrow().state() instanceof PostState.Parked);
        }
        assertTrue(run("list", "log", "stopped").out().contains("was let go on"));
    }

    @Test
    void postThatEverybodyGotCannotBeTriedAgain() {
        var id = aPost(new PostState.Done(new Tally(3, 0), Instant.now(), Instant.now(), true)).value();

        assertEquals(new Answer(1, "", "clubpost: This post is done. Only a post that is done, and that somebody did "
                + "not get, can be tried again.\n"), run("posts", "retry", id));
        assertEquals(1, run("posts", "resume", id).code());
        assertEquals("clubpost: There is no post \"1\".\n", run("posts", "resume", "1").err());
        assertEquals("clubpost: There is no post \"1\".\n", run("posts", "watch", "1").err());
        assertEquals(2, run("posts").code());
    }

    @Test
    void unknownListIsAnsweredWithThoseThatThereAre() {
        var answer = run("members", "ls", "nowhere");

        assertEquals(1, answer.code());
        assertTrue(answer.err().startsWith("clubpost: There is no list \"nowhere\". There is: "), answer.err());
    }

    @Test
    void whereThereIsNothingOneLineSaysWhatToDo(@TempDir Path empty) {
        var answer = plain("list", "ls", "--data", empty.toString());

        assertEquals(new Answer(1, "",
                "clubpost: There is no data of Clubpost in " + empty
                        + ". Make some with: ./clubpost start, or name another directory with --data.\n"),
                answer);
    }

    @Test
    void startOnTheSameDataIsOneLineAndNoSuccess() {
        var answer = run("start", "--http-port", "0", "--smtp-port", "0");

        assertEquals(1, answer.code());
        assertEquals(1, answer.err().lines().count());
        assertTrue(answer.err().startsWith("clubpost: Another Clubpost is running on the data in "), answer.err());
    }

    @Test
    void windowOutOfBoundsIsNamed() {
        for (var wrong : List.of("0", "1001")) {
            var answer = run("start", "--http-port", "0", "--smtp-port", "0", "--window", wrong);

            assertEquals(2, answer.code());
            assertTrue(answer.err().contains("--window is a number from 1 to 1000."), answer.err());
        }
    }

    @Test
    void emptyDataDirectoryIsRefused() {
        for (var command : List.of(List.of("start"), List.of("list", "ls"))) {
            var arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--data", ""));
            var answer = plain(arguments.toArray(String[]::new));

            assertEquals(2, answer.code());
            assertTrue(answer.err().startsWith("clubpost: --data needs the name of a directory.\n"), answer.err());
        }
    }

    @Test
    void limitBelowOneIsNamed() {
        for (var wrong : List.of("-1", "0")) {
            var answer = run("posts", "ls", "news", "--limit", wrong);

            assertEquals(2, answer.code());
            assertTrue(answer.err().startsWith("clubpost: --limit is a number from 1.\n"), answer.err());
        }
    }

    @Test
    void addressOfAnotherMachineIsNamedAndNothingIsCreated(@TempDir Path temp) {
        var wanted = temp.resolve("data");
        var answer = plain("start", "--http-port", "0", "--smtp-port", "0", "--bind", "192.0.2.1", "--data",
                wanted.toString());

        assertEquals(2, answer.code());
        assertTrue(answer.err().startsWith("clubpost: --bind: 192.0.2.1 is not an address of this machine.\n"),
                answer.err());
        assertFalse(Files.exists(wanted));
    }

    @Test
    void misspeltCommandIsAnsweredWithTheRightOne() {
        var answer = plain("membres");

        assertEquals(2, answer.code());
        assertTrue(answer.err().contains("members"), answer.err());
        assertFalse(answer.err().contains("\tat "), answer.err());
    }
}
