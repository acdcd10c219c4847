package org.clubpost.aws.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.DeliveryQueueContract;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqsDeliveryQueueIT implements DeliveryQueueContract {

    @AutoClose
    private final MotoQueue sqs = MotoQueue.create();

    @Override
    public DeliveryQueue testee() {
        return new SqsDeliveryQueue(sqs.client(), sqs.url());
    }

    @Override
    public List<RangeRef> arrived(ListId list) {
        return sqs.everything().stream().map(body -> RangeRef.parse(body).orElseThrow())
                .filter(ref -> ref.list().equals(list)).toList();
    }

    @Test
    void eachListIsATenantOfTheQueue() {
        var post = new PostId("0123456789abcdef01234567");

        testee().add(List.of(new RangeRef(new ListId("news"), post, 0), new RangeRef(new ListId("chess"), post, 1)),
                Duration.ZERO);

        assertEquals(Map.of("news " + post.value() + " 0", "news", "chess " + post.value() + " 1", "chess"),
                sqs.groups());
    }
}
