package org.clubpost.core.delivery;

import java.util.List;

import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;

final class CollectingQueueTest implements DeliveryQueueContract {

    private final CollectingQueue queue = new CollectingQueue();

    @Override
    public DeliveryQueue testee() {
        return queue;
    }

    @Override
    public List<RangeRef> arrived(ListId list) {
        return queue.added().stream().map(CollectingQueue.Message::range).filter(range -> range.list().equals(list))
                .toList();
    }
}
