package org.clubpost.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.delivery.SentIdsContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoSentIdsIT implements SentIdsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public SentIds testee() {
        return table.ports().sentIds();
    }

    @Test
    void copiesOfOneMomentAreOneWrite() {
        var ids = IntStream.range(0, 64)
                .mapToObj(number -> new SentId("0102019aa5b1%04x-%s-000000@eu-west-1.amazonses.com".formatted(number,
                        UUID.randomUUID()), "post@club.example"))
                .toList();
        var before = items();

        testee().remember(ids, NOW);

        assertEquals(1, items() - before);
        assertEquals(64, testee().originals(ids.stream().map(SentId::sent).toList()).size());
        assertEquals(List.of(), List.copyOf(testee().originals(List.of("0102019aa5b1")).keySet()));
    }

    private int items() {
        return table.client().scan(request -> request.tableName(table.name())
                .filterExpression("begins_with(pk, :sent)")
                .expressionAttributeValues(Map.of(":sent",
                        AttributeValue.fromS("SENT#0102019aa5b1"))))
                .count();
    }
}
