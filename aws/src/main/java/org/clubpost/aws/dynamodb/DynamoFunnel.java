package org.clubpost.aws.dynamodb;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscription.Funnel;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** An item for each list and day on which there was something to count; DynamoDB deletes it when its time is over. */
final class DynamoFunnel implements Funnel {

    private final Table table;

    DynamoFunnel(Table table) {
        this.table = table;
    }

    @Override
    public void count(ListId list, LocalDate day, Step step) {
        var end = day.atStartOfDay(UTC).toInstant().plus(KEPT);
        table.update(new Update(TableLayout.funnel(list, day),
                "ADD " + name(step) + " :one SET " + TableLayout.EXPIRES_AT + " = :end", null,
                Map.of(":one", Item.number(1), ":end", Item.number(end.getEpochSecond()))));
    }

    @Override
    public List<Day> days(ListId list, LocalDate from, LocalDate to) {
        var first = TableLayout.funnel(list, from);
        var query = QueryRequest.builder().keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(first.pk()), ":first",
                        AttributeValue.fromS(first.sk()), ":last",
                        AttributeValue.fromS(TableLayout.funnel(list, to).sk())));
        return table.query(query.build()).map(DynamoFunnel::read).toList();
    }

    private static Day read(Item item) {
        var day = LocalDate.parse(item.text(TableLayout.SK).substring(TableLayout.FUNNEL.length()));
        return new Day(day, number(item, Step.ASKED), number(item, Step.SHOWN), number(item, Step.CONFIRMED));
    }

    private static long number(Item item, Step step) {
        return item.has(name(step)) ? item.number(name(step)) : 0;
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
