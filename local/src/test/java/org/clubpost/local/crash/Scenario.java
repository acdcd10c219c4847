package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.RunningService;
import org.clubpost.local.SmtpDialogue;
import org.clubpost.local.TestClubpost;

/** Something that a process does, what counts as its answer, and what must hold afterwards. */
enum Scenario {

    /** The first start, on an empty directory. */
    FIRST_START("service") {

        @Override
        boolean isAnswered(List<String> answers) {
            return answers.stream().anyMatch(text -> text.startsWith(CrashProcess.READY));
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            assertEquals(List.of(Prepared.NEWS),
                    after.database().lists().all().stream().map(list -> list.id()).toList());
        }
    },

    /** A start on what is there, and a stop. */
    START("service") {

        @Override
        boolean isAnswered(List<String> answers) {
            return answers.stream().anyMatch(text -> text.startsWith(CrashProcess.READY));
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            assertEquals(2, after.database().lists().all().size());
        }
    },

    /** A mail to a list without members comes in. */
    RECEPTION("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            SmtpDialogue.submit(running.smtpPort(), Visitor.OWNER, "quiet@" + TestClubpost.DOMAIN,
                    Visitor.mail("quiet"));
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isStored(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            Facts.checkPost(after, "quiet", answered);
        }
    },

    /** A post to two dozen members. */
    POST("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            SmtpDialogue.submit(running.smtpPort(), Visitor.OWNER, "news@" + TestClubpost.DOMAIN, Visitor.mail("news"));
            TestClubpost.waitUntil("all copies",
                    () -> Visitor.mails(running).split(Visitor.SUBJECT, -1).length > Prepared.MEMBERS.size());
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isStored(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (Facts.checkPost(after, "news", answered)) {
                Facts.checkCopies(after, Visitor.SUBJECT);
            }
        }
    },

    /** A visitor fills in the form. */
    SIGN_UP("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            Visitor.submit(running, "/subscribe", FORM);
            TestClubpost.waitUntil("the question", () -> Visitor.mails(running).contains(BEA));
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isRedirected(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (!answered) {
                after.post("/subscribe", FORM);
            }
            // It comes by itself when the form was answered, whenever the process died.
            var link = TestClubpost.link(after.mailTo(BEA, "Please confirm"), "/confirm");
            assertEquals(200, after.post("/confirm", Map.of("token", TestClubpost.token(link))).statusCode());
            assertTrue(Facts.person(after, BEA).orElseThrow() instanceof Subscriber.Confirmed);
        }
    },

    /** A visitor confirms. */
    CONFIRMATION("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            Visitor.submit(running, "/confirm", Map.of("token", prepared.confirm()));
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isShown(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (answered) {
                assertTrue(Facts.person(after, Prepared.ANN).orElseThrow() instanceof Subscriber.Confirmed);
            }
            assertEquals(200, after.post("/confirm", Map.of("token", prepared.confirm())).statusCode());
            var member = assertInstanceOf(Subscriber.Confirmed.class,
                    Facts.person(after, Prepared.ANN).orElseThrow());
            TestClubpost.waitUntil("the welcome", () -> Facts.isWelcomed(after, member));
        }
    },

    /** An owner sends on what was held. */
    MODERATION("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            Visitor.submit(running, "/moderate", Map.of("token", prepared.moderate()));
            TestClubpost.waitUntil("all copies",
                    () -> Visitor.mails(running).split("news\\] May this", -1).length > Prepared.MEMBERS.size());
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isShown(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (!answered) {
                assertTrue(after.post("/moderate", Map.of("token", prepared.moderate())).statusCode() < 500);
            }
            Facts.checkCopies(after, Prepared.HELD);
        }
    },

    /** A member leaves. */
    LEAVING("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            Visitor.submit(running, prepared.leave(), Map.of("List-Unsubscribe", "One-Click"));
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isShown(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (!answered) {
                after.post(prepared.leave(), Map.of("List-Unsubscribe", "One-Click"));
            }
            assertTrue(Facts.person(after, Prepared.MEMBERS.getFirst()).orElseThrow() instanceof Subscriber.Left);
        }
    },

    /** The command line brings people in, without a service. */
    IMPORT("import") {

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isDone(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            var members = after.database().lists().confirmedMembers(Prepared.NEWS);
            assertTrue(!answered || members == Prepared.MEMBERS.size() + CrashProcess.IMPORTED, members + " members");
        }
    },

    /** The command line makes a list. */
    LIST_CREATE("create") {

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isDone(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            var list = after.database().lists().find(CrashProcess.chess().id());
            assertTrue(!answered || list.isPresent());
            list.ifPresent(there -> assertEquals(CrashProcess.chess(), there));
        }
    },

    /** The command line changes two settings of a list. */
    LIST_SET("set") {

        @Override
        boolean isAnswered(List<String> answers) {
            return Answers.isDone(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            var list = after.database().lists().find(Prepared.NEWS).orElseThrow();
            var isChanged = list.layout().subjectTag().equals("[changed]");
            assertTrue(isChanged || !answered);
            assertEquals(isChanged, list.posting().maxBytes() == 123_456, "one of two settings");
        }
    };

    /** So small that a post to two dozen members has many checkpoints. */
    static final int WINDOW = 4;
    private static final String BEA = "bea@club.example";
    private static final Map<String, String> FORM = Map.of("list", "news", "email", BEA);

    private final String process;

    Scenario(String process) {
        this.process = process;
    }

    /** What {@link CrashProcess} is to do. */
    String process() {
        return process;
    }

    /** Whether the start itself is what is looked at. */
    boolean isStart() {
        return this == FIRST_START || this == START;
    }

    boolean isService() {
        return process.equals("service");
    }

    /** What is done to the running service. */
    void act(RunningService running, Prepared prepared) {}

    /** Whether somebody was told that it is done. */
    abstract boolean isAnswered(List<String> answers);

    /** What must hold in a service that was started afterwards. */
    abstract void check(TestClubpost after, Prepared prepared, boolean answered);

    /** How the killed service runs, and the one that is started afterwards. */
    static LocalSettings settings(Path data) {
        var usual = TestClubpost.settings(data);
        return new LocalSettings(data, usual.doors(), usual.domain(), usual.outlet(), usual.trust(), WINDOW);
    }
}
