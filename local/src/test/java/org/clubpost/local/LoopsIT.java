package org.clubpost.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.local.relay.RelayServer;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Programs that answer every mail and bear no mark of it, and lists that are members of each other. The world around the
 * service is a mail server that hands mails to lists back, and lets programs answer to where replies go.
 */
class LoopsIT {

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final String STRANGER = "stranger@elsewhere.example";
    private static final String OWNER = "owner@club.example";

    /** A mail that went out. */
    private record Sent(String to, String mail) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Set<String> programs = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private final ExecutorService world = Executors.newSingleThreadExecutor();
    private final SMTPServer relay = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).hideTLS()
            .messageHandlerFactory(_ -> new Reception()).build();
    private volatile long latest = System.nanoTime();

    @TempDir
    private Path data = Path.of("");
    private TestClubpost clubpost;

    @BeforeEach
    void start() throws StartFailure {
        relay.start();
        clubpost = TestClubpost.start(new LocalSettings(data,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), TestClubpost.DOMAIN,
                new Outlet.Relay(new RelayServer("127.0.0.1", relay.getPortAllocated(), false,
                        new RelayServer.Login.Anonymous()), 2),
                Trust.LOOPBACK, LocalSettings.USUAL_WINDOW));
    }

    @AfterEach
    void stop() {
        world.shutdownNow();
        clubpost.close();
        relay.stop();
    }

    private final class Reception implements MessageHandler {

        private String sender = "";
        private String recipient = "";

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String to) {
            recipient = to;
        }

        @Override
        public String data(InputStream data) throws IOException {
            var mail = new String(data.readAllBytes(), ISO_8859_1);
            var to = recipient;
            var from = sender;
            sent.add(new Sent(to, mail));
            latest = System.nanoTime();
            if (to.endsWith("@" + TestClubpost.DOMAIN)) {
                world.execute(() -> clubpost.send(from, to, mail));
            } else if (programs.contains(to)) {
                world.execute(() -> answer(to, mail));
            }
            return "taken";
        }

        @Override
        public void done() {}
    }

    private void answer(String program, String mail) {
        try {
            var read = new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(ISO_8859_1)));
            var to = ((InternetAddress) read.getReplyTo()[0]).getAddress();
            latest = System.nanoTime();
            var number = answers.incrementAndGet();
            if (to.endsWith("@" + TestClubpost.DOMAIN)) {
                clubpost.send(program, to, "From: " + program + "\r\nTo: " + to
                        + "\r\nSubject: I am away\r\nMessage-ID: <"
                        + number
                        + "@program.example>\r\n\r\nThank you for your mail. I am away and will answer when I am"
                        + " back, on the " + number + "th.\r\n");
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MailingList list(String name, PostingPolicy policy, String... members) {
        var made = MailingList.create(new ListId(name), TestClubpost.DOMAIN, name, List.of(EmailAddress.of(OWNER)));
        var list = made.with(made.posting().withPolicy(policy))
                .with(made.layout().withReply(new ReplyPolicy.WholeList()));
        assertTrue(clubpost.database().lists().create(list));
        Stream.of(members).forEach(member -> clubpost.database().subscribers().create(SampleSubscribers.aMember(
                list.id(),
                SampleSubscribers.aPerson(
                        new SubscriberIds(clubpost.data().secrets().installation()).of(EmailAddress.of(member)),
                        member))));
        return list;
    }

    private void post(MailingList list, String from, String subject) {
        clubpost.send(from, list.address().ascii(), "From: " + from + "\r\nTo: " + list.address() + "\r\nSubject: "
                + subject + "\r\nMessage-ID: <" + subject
                + "@start.example>\r\n\r\nDear all, this is what there is to say on the "
                + subject + " day.\r\n");
    }

    private void waitForSilence() {
        latest = System.nanoTime();
        TestClubpost.waitUntil("silence", () -> System.nanoTime() - latest > SILENCE.toNanos());
    }

    private long to(String address) {
        return sent.stream().filter(mail -> mail.to().equals(address)).count();
    }

    @Test
    void twoListsThatAreMembersOfEachOtherSettle() {
        var one = list("one", PostingPolicy.ANYONE, "two@" + TestClubpost.DOMAIN, "anna@example.org");
        list("two", PostingPolicy.ANYONE, "one@" + TestClubpost.DOMAIN, "bert@example.org");

        post(one, OWNER, "hello");
        waitForSilence();

        assertEquals(1, to("anna@example.org"));
        assertEquals(1, to("two@" + TestClubpost.DOMAIN));
        assertEquals(0, to("one@" + TestClubpost.DOMAIN));
    }

    @Test
    void anOwnerWhoseProgramAnswersEveryMailIsNotKeptBusy() {
        var list = list("chess", PostingPolicy.POSTERS, "anna@example.org");
        programs.add(OWNER);

        post(list, STRANGER, "held");
        waitForSilence();

        // The held mail; that the program's answer to it decides nothing; and its answer to that, which is for the
        // owners and is the last word.
        assertEquals(3, to(OWNER), () -> sent.toString());
        assertTrue(answers.get() <= 3);
    }

    @Test
    void twoOwnersWhoseProgramsAnswerEachOtherSettle() {
        var list = list("chess", PostingPolicy.POSTERS, "anna@example.org");
        var second = "second@club.example";
        clubpost.database().lists().replace(list,
                list.with(list.people().withOwners(List.of(EmailAddress.of(OWNER), EmailAddress.of(second)))));
        programs.addAll(Set.of(OWNER, second));

        post(list, STRANGER, "held");
        waitForSilence();

        assertEquals(3, to(OWNER), () -> sent.toString());
        assertEquals(3, to(second));
    }

    @Test
    void aMemberWhoseProgramAnswersEveryMailReachesNobodyWithoutAPerson() {
        var program = "program@example.org";
        var list = list("chess", PostingPolicy.MEMBERS, program, "anna@example.org");
        programs.add(program);

        post(list, OWNER, "first");
        waitForSilence();

        // Members get the post alone. The program's answer waits for the owner; its answer to being told so goes to
        // the owner as well, and is the last word. The third mail says how the post went.
        assertEquals(1, to("anna@example.org"), () -> sent.toString());
        assertEquals(3, to(OWNER), () -> sent.toString());
        post(list, OWNER, "second");
        waitForSilence();
        assertEquals(2, to("anna@example.org"), () -> sent.toString());
    }
}
