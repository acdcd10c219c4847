package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Stored;
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
            assertEquals(List.of(Prepared.NEWS), after.database().lists().all().stream().map(list -> list.id()).toList());
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
            SmtpDialogue.submit(running.smtpPort(), OWNER, "quiet@" + TestClubpost.DOMAIN, mail("quiet"));
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return isStored(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            checkPost(after, "quiet", answered);
        }
    },

    /** A post to two dozen members. */
    POST("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            SmtpDialogue.submit(running.smtpPort(), OWNER, "news@" + TestClubpost.DOMAIN, mail("news"));
            TestClubpost.waitUntil("all copies",
                    () -> mails(running).split(SUBJECT, -1).length > Prepared.MEMBERS.size());
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return isStored(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (checkPost(after, "news", answered)) {
                checkCopies(after, SUBJECT);
            }
        }
    },

    /** A visitor fills in the form. */
    SIGN_UP("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            submit(running, "/subscribe", FORM);
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return isRedirected(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            var asked = after.mailsTo(BEA).stream().map(mail -> mail.get("subject").asText())
                    .anyMatch(subject -> subject.startsWith("Please confirm"));
            assertTrue(asked || !answered, "no confirmation mail for a form that was answered");
            if (!asked) {
                after.post("/subscribe", FORM);
            }
            var link = TestClubpost.link(after.mailTo(BEA, "Please confirm"), "/confirm");
            assertEquals(200, after.post("/confirm", Map.of("token", TestClubpost.token(link))).statusCode());
            assertTrue(person(after, BEA).orElseThrow() instanceof Subscriber.Confirmed);
        }
    },

    /** A visitor confirms. */
    CONFIRMATION("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            submit(running, "/confirm", Map.of("token", prepared.confirm()));
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return isShown(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (answered) {
                assertTrue(person(after, Prepared.ANN).orElseThrow() instanceof Subscriber.Confirmed);
            }
            assertEquals(200, after.post("/confirm", Map.of("token", prepared.confirm())).statusCode());
            assertTrue(person(after, Prepared.ANN).orElseThrow() instanceof Subscriber.Confirmed);
            TestClubpost.waitUntil("the welcome", () -> after.mailsTo(Prepared.ANN).stream()
                    .anyMatch(mail -> mail.get("subject").asText().startsWith("Welcome")));
        }
    },

    /** An owner sends on what was held. */
    MODERATION("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            submit(running, "/moderate", Map.of("token", prepared.moderate()));
            TestClubpost.waitUntil("all copies",
                    () -> mails(running).split("news\\] May this", -1).length > Prepared.MEMBERS.size());
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return isShown(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (!answered) {
                assertTrue(after.post("/moderate", Map.of("token", prepared.moderate())).statusCode() < 500);
            }
            checkCopies(after, Prepared.HELD);
        }
    },

    /** A member leaves. */
    LEAVING("service") {

        @Override
        void act(RunningService running, Prepared prepared) {
            submit(running, prepared.leave(), Map.of("List-Unsubscribe", "One-Click"));
        }

        @Override
        boolean isAnswered(List<String> answers) {
            return isShown(answers);
        }

        @Override
        void check(TestClubpost after, Prepared prepared, boolean answered) {
            if (!answered) {
                after.post(prepared.leave(), Map.of("List-Unsubscribe", "One-Click"));
            }
            assertTrue(person(after, Prepared.MEMBERS.getFirst()).orElseThrow() instanceof Subscriber.Left);
        }
    },

    /** The command line brings people in, without a service. */
    IMPORT("import") {

        @Override
        boolean isAnswered(List<String> answers) {
            return isDone(answers);
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
            return isDone(answers);
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
            return isDone(answers);
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
    static final String OWNER = "owner@example.org";
    static final String SUBJECT = "Survivor";
    static final String LAST_LINE = "This is the last line.";
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

    static String mail(String list) {
        return "From: Olga Owner <" + OWNER + ">\r\nTo: " + list + "@" + TestClubpost.DOMAIN + "\r\nSubject: " + SUBJECT
                + "\r\n\r\nHello all!\r\n" + ("0123456789".repeat(7) + "\r\n").repeat(60) + LAST_LINE + "\r\n";
    }

    private static boolean isStored(List<String> answers) {
        var asked = answers.stream().filter(text -> text.startsWith("354")).findFirst();
        return asked.isPresent() && answers.subList(answers.indexOf(asked.get()), answers.size()).stream()
                .anyMatch(text -> text.startsWith("250"));
    }

    private static boolean isShown(List<String> answers) {
        return answers.stream().anyMatch(text -> text.startsWith("HTTP/1.1 200"));
    }

    private static boolean isRedirected(List<String> answers) {
        return answers.stream().anyMatch(text -> text.startsWith("HTTP/1.1 303"));
    }

    private static boolean isDone(List<String> answers) {
        return answers.stream().anyMatch(text -> text.startsWith(CrashProcess.DONE));
    }

    private static void submit(RunningService running, String path, Map<String, String> form) {
        var body = form.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        call(HttpRequest.newBuilder(running.pages().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String mails(RunningService running) {
        return call(HttpRequest.newBuilder(running.pages().resolve(URI.create("/mailbox/api/messages?limit=1000")))
                .build());
    }

    /** How many mails of that subject have been sent. */
    static int copies(RunningService running) {
        return mails(running).split(SUBJECT, -1).length - 1;
    }

    private static String call(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Subscriber> person(TestClubpost after, String address) {
        var id = new SubscriberIds(after.data().secrets().installation()).of(EmailAddress.of(address));
        return after.database().subscribers().find(Prepared.NEWS, id).map(Stored::subscriber);
    }

    /** Whether there is one; it must be whole, and must be there when its sender was told so. */
    private static boolean checkPost(TestClubpost after, String list, boolean answered) {
        Aftermath.waitUntilSettled(after);
        try (var all = after.database().posts().of(new org.clubpost.core.list.ListId(list))) {
            var posts = all.filter(post -> post.headline().subject().equals(SUBJECT)).toList();
            assertTrue(posts.size() <= 1, "two posts of one mail");
            assertTrue(posts.size() == 1 || !answered, "a mail that was accepted is lost");
            for (var post : posts) {
                var mail = after.data().mails().find(post.mail()).orElseThrow().content().toByteArray();
                assertTrue(new String(mail, StandardCharsets.US_ASCII).endsWith(LAST_LINE + "\r\n"), "half a mail");
            }
            return !posts.isEmpty();
        }
    }

    private static void checkCopies(TestClubpost after, String subject) {
        TestClubpost.waitUntil("everybody's copy of " + subject,
                () -> copies(after, subject).keySet().containsAll(Prepared.MEMBERS));
        Aftermath.waitUntilSettled(after);
        var copies = copies(after, subject);
        assertTrue(copies.values().stream().allMatch(count -> count <= 2), "somebody has three copies");
        var twice = copies.values().stream().filter(count -> count == 2).count();
        assertTrue(twice <= (long) org.clubpost.local.LocalService.WORKERS * WINDOW, twice + " got it twice");
    }

    private static Map<String, Long> copies(TestClubpost after, String subject) {
        return after.mails().stream().filter(mail -> mail.get("subject").asText().equals("[news] " + subject))
                .collect(Collectors.groupingBy(mail -> mail.get("to").asText(), Collectors.counting()));
    }
}
