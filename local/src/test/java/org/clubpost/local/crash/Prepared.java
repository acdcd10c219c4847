package org.clubpost.local.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Membership;
import org.clubpost.local.StartFailure;
import org.clubpost.local.TestClubpost;

/**
 * A data directory in which something has happened: members, a request to join, a post that waits for an owner.
 *
 * @param directory where it lies; no service runs on it
 * @param confirm the token that makes Ann a member
 * @param moderate the token that sends the post on that waits
 * @param leave the link by which the first member leaves
 */
record Prepared(Path directory, String confirm, String moderate, String leave) {

    static final ListId NEWS = new ListId("news");
    static final ListId QUIET = new ListId("quiet");
    static final String ANN = "ann@club.example";
    static final String HELD = "May this go out?";
    static final List<String> MEMBERS = IntStream.range(0, 24).mapToObj(i -> "member" + i + "@club.example").toList();
    private static final String OWNER = "owner@example.org";

    /** Makes one in that directory. */
    static Prepared make(Path directory) throws StartFailure {
        try (var clubpost = TestClubpost.start(Scenario.settings(directory))) {
            var lists = clubpost.database().lists();
            lists.create(MailingList.create(QUIET, TestClubpost.DOMAIN, "Quiet", List.of(EmailAddress.of(OWNER))));
            new Membership(clubpost.database().subscribers(),
                    new SubscriberIds(clubpost.data().secrets().installation()))
                    .add(lists.find(NEWS).orElseThrow(),
                            MEMBERS.stream()
                                    .map(each -> new Membership.Newcomer(EmailAddress.of(each), PersonName.NONE))
                                    .toList(),
                            "for the test", Instant.now());
            clubpost.send("Earlier");
            TestClubpost.waitUntil("the earlier post", () -> MEMBERS.stream()
                    .allMatch(each -> !clubpost.mailsTo(each).isEmpty()));
            clubpost.send("guest@elsewhere.example", "news@" + TestClubpost.DOMAIN,
                    "From: guest@elsewhere.example\r\nTo: news@" + TestClubpost.DOMAIN + "\r\nSubject: " + HELD
                            + "\r\n\r\nPlease!\r\n");
            clubpost.post("/subscribe", Map.of("list", "news", "email", ANN));
            var confirm = TestClubpost.link(clubpost.mailTo(ANN, "Please confirm"), "/confirm");
            var moderate = TestClubpost.link(
                    clubpost.mailTo(OWNER, "Please decide").replace("=\r\n", "").replace("=3D", "="), "/moderate");
            var leave = TestClubpost.link(clubpost.mailTo(MEMBERS.getFirst(), "Earlier"), "/unsubscribe");
            return new Prepared(directory, TestClubpost.token(confirm), TestClubpost.token(moderate), leave);
        }
    }

    /** A copy of it. */
    Path copyTo(Path place) throws IOException {
        DiskImage.write(DiskImage.of(directory).left(new DiskImage.Ending.Kill()), place);
        return Files.exists(place) ? place : Files.createDirectory(place);
    }
}
