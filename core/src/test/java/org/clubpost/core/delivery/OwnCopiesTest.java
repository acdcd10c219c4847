package org.clubpost.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnCopiesTest {

    private static final Subscriber.Confirmed ANNA = SampleSubscribers.aMember(new ListId("news"),
            "anna@club.example");
    private static final SubscriberId BEFORE = SampleSubscribers.aKey("01");

    /** Who wrote it is asked first: whoever writes and is in Cc as well chose for what they write. */
    @ParameterizedTest
    @CsvSource({"COPY,true,WROTE,true", "COPY,false,WROTE,true", "RECEIPT,true,WROTE,false", "NONE,true,WROTE,false",
            "COPY,false,BOTH,true", "NONE,true,BOTH,false",
            "NONE,true,ADDRESSED,true", "COPY,false,ADDRESSED,false", "NONE,false,NEITHER,true"})
    void copyIsWantedAsTheMemberChose(OwnPosts own, boolean copyWhenAddressed, String what, boolean isWanted) {
        for (var key : List.of(ANNA.id(), BEFORE)) {
            var member = ANNA.at(ANNA.person(), new Move(BEFORE, FixedClock.START), Optional.empty())
                    .with(new MemberSettings(own, copyWhenAddressed));
            var keys = Set.of(key, SampleSubscribers.aKey("02"));
            var parties = new Post.Parties(
                    what.equals("WROTE") || what.equals("BOTH") ? keys : Set.of(SampleSubscribers.aKey("03")),
                    what.equals("ADDRESSED") || what.equals("BOTH") ? keys : Set.of(), List.of());

            assertEquals(isWanted, OwnCopies.isWanted(parties, member));
        }
    }
}
