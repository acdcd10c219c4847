package org.clubpost.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;

/** What every {@link SentIds} must do. */
public interface SentIdsContract {

    /** When things happen. In the future, so that no table deletes them meanwhile. */
    Instant NOW = Instant.parse("2041-05-05T05:05:05Z");

    /** The memory under test. May hold what other tests left there. */
    SentIds testee();

    @Test
    default void aCopyLeadsToWhomItWent() {
        var list = new ListId("news");
        var post = PostId.of(NOW, new MailKey("clubpost/news/copy"));
        var ids = IntStream.range(0, 40).mapToObj(number -> new SentId(fresh("eu-west-1.amazonses.com"),
                "post@club.example", Optional.of(new SentId.Copy(list, post,
                        new SubscriberId("%032x".formatted(number * 0x1f1f1f1fL))))))
                .toList();
        var bare = new SentId(fresh("eu-west-1.amazonses.com"), "post@club.example");
        testee().remember(ids, NOW);
        testee().remember(List.of(bare), NOW);

        for (var id : ids) {
            assertEquals(id.copy(), testee().copy(id.sent()));
        }
        assertEquals(Optional.empty(), testee().copy(bare.sent()));
        assertEquals(Map.of(bare.sent(), "post@club.example"), testee().originals(List.of(bare.sent())));
        assertEquals(Optional.empty(), testee().copy(fresh("eu-west-1.amazonses.com")));
    }

    @Test
    default void whatWasRememberedIsFound() {
        var copy = fresh("eu-west-1.amazonses.com");
        var other = fresh("email.amazonses.com");
        testee().remember(List.of(new SentId(copy, "post-1@club.example"), new SentId(other, "post-2@club.example")),
                NOW);

        assertEquals(Map.of(copy, "post-1@club.example", other, "post-2@club.example"),
                testee().originals(List.of(copy, other)));
    }

    @Test
    default void whatWasNotRememberedIsNotFound() {
        var copy = fresh("email.amazonses.com");
        testee().remember(List.of(new SentId(copy, "post@club.example")), NOW);

        assertEquals(Map.of(copy, "post@club.example"),
                testee().originals(List.of(fresh("email.amazonses.com"), copy, "")));
        assertEquals(Map.of(), testee().originals(List.of()));
    }

    @Test
    default void rememberingTwiceIsHarmless() {
        var copy = fresh("email.amazonses.com");
        testee().remember(List.of(new SentId(copy, "post@club.example"), new SentId(copy, "post@club.example")), NOW);
        testee().remember(List.of(new SentId(copy, "post@club.example")), NOW.plusSeconds(60));

        assertEquals(Map.of(copy, "post@club.example"), testee().originals(List.of(copy)));
    }

    @Test
    default void aWholeBatchIsRemembered() {
        var ids = IntStream.range(0, 130)
                .mapToObj(number -> new SentId(fresh("email.amazonses.com"), number + "@club.example"))
                .toList();
        testee().remember(ids, NOW);

        assertEquals(ids.stream().collect(Collectors.toMap(SentId::sent, SentId::original)),
                testee().originals(ids.stream().map(SentId::sent).toList()));
    }

    @Test
    default void idsOfOneMomentAreToldApart() {
        var region = "%04x".formatted(new Random().nextInt(1 << 16));
        var ids = IntStream.range(0, 30).mapToObj(number -> new SentId(
                "%s%012x-%s-000000@email.amazonses.com".formatted(region, 1_790_000_000_000L + number,
                        UUID.randomUUID()),
                number % 2 + "@club.example")).toList();
        testee().remember(ids, NOW);

        assertEquals(ids.stream().collect(Collectors.toMap(SentId::sent, SentId::original)),
                testee().originals(ids.stream().map(SentId::sent).toList()));
        assertEquals(Map.of(), testee().originals(List.of(ids.getFirst().sent().replace("email.", "eu-west-1."),
                ids.getFirst().sent().replace("-000000", "-000001"))));
    }

    private static String fresh(String domain) {
        return UUID.randomUUID() + "@" + domain;
    }
}
