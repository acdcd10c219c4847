package org.clubpost.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.SubscribersContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DynamoSubscribersIT implements SubscribersContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Subscribers testee() {
        return table.ports().subscribers();
    }

    @Override
    public Lists lists() {
        return table.ports().lists();
    }

    @Override
    public int many() {
        return 250;
    }

    @Test
    void whatWasStoredBeforeThereWereSettingsIsReadAsTheUsualOnes() {
        var member = SampleSubscribers.aMember(new ListId("news"), "anna@example.org");
        var names = SubscriberItems.write(new Stored(member, 1)).attributes();

        assertFalse(names.containsKey("ownPosts"));
        assertFalse(names.containsKey("copyWhenAddressed"));
        assertEquals(member, SubscriberItems.subscriber(member.list(), Item.of(names)));
        assertEquals(new MemberSettings(MemberSettings.OwnPosts.COPY, true), member.settings());
    }

    @Test
    void requestWithOneLinkIsWrittenAsBeforeThereWereSeveral() {
        var request = SampleSubscribers.aPending(new ListId("news"), "anna@example.org");
        var names = SubscriberItems.write(new Stored(request, 1)).attributes();

        assertFalse(names.containsKey(LinkedRequests.EARLIER));
        assertEquals(request, SubscriberItems.subscriber(request.list(), Item.of(names)));
    }
}
