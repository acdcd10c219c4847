package org.clubpost.aws.sqs;

import java.util.List;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.DeliveryQueueContract;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.AutoClose;

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
}
