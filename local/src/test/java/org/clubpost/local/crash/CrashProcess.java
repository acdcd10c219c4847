package org.clubpost.local.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Membership;
import org.clubpost.local.LocalData;
import org.clubpost.local.LocalService;
import org.clubpost.local.TestClubpost;

/** What the processes run that are killed: the service, or what a command of the command line does. */
final class CrashProcess {

    static final String READY = "ready";
    static final String DONE = "done";
    static final int IMPORTED = 300;

    private CrashProcess() {}

    /**
     * Does one thing.
     *
     * @param arguments what to do, and the data directory
     */
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "service" -> serve(data);
            case "import" -> bringIn(data);
            case "create" -> create(data);
            case "set" -> set(data);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println(DONE);
    }

    /** Until standard input ends. */
    private static void serve(Path data) throws Exception {
        try (var _ = LocalService.start(Scenario.settings(data))) {
            System.out.println(READY);
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() throws IOException {
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void bringIn(Path data) throws Exception {
        try (var open = LocalData.open(data)) {
            var list = open.database().lists().find(new ListId("news")).orElseThrow();
            new Membership(open.database().subscribers(), new SubscriberIds(open.secrets().installation())).add(list,
                    newcomers(Integer.parseInt(System.getenv().getOrDefault("IMPORTED", "" + IMPORTED))),
                    "for the test", Instant.now());
        }
    }

    static List<Membership.Newcomer> newcomers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "new" + i + "@club.example")
                .map(address -> new Membership.Newcomer(EmailAddress.of(address), PersonName.NONE)).toList();
    }

    private static void create(Path data) throws Exception {
        try (var open = LocalData.open(data)) {
            open.database().lists().create(chess());
        }
    }

    static MailingList chess() {
        return MailingList.create(new ListId("chess"), TestClubpost.DOMAIN, "Chess Club",
                List.of(EmailAddress.of("carla@example.org")));
    }

    private static void set(Path data) throws Exception {
        try (var open = LocalData.open(data)) {
            var seen = open.database().lists().find(new ListId("news")).orElseThrow();
            open.database().lists().replace(seen, changed(seen));
        }
    }

    static MailingList changed(MailingList list) {
        return list.with(list.layout().withSubjectTag("[changed]")).with(list.posting().withMaxBytes(123_456));
    }
}
