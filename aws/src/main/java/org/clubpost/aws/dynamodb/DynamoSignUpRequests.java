package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscription.SignUp;
import org.clubpost.core.subscription.SignUpRequest;
import org.clubpost.core.subscription.SignUpRequests;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The requests, all in one partition, which is empty but for moments and floods. An item that is never answered is
 * deleted by DynamoDB some time after it may be forgotten.
 */
final class DynamoSignUpRequests implements SignUpRequests {

    private static final String DUE = "due";
    private static final String SINCE = "since";
    private static final String IN_LINE = "queued";
    private static final String KEY_SEPARATOR = "#";

    private final Table table;

    DynamoSignUpRequests(Table table) {
        this.table = table;
    }

    @Override
    public void add(SignUpRequest request) {
        var signUp = request.signUp();
        var values = new HashMap<String, AttributeValue>();
        values.put(":since", Item.number(request.since().toEpochMilli()));
        values.put(":due", Item.number(request.due().toEpochMilli()));
        values.put(":inLine", AttributeValue.fromBool(request.inLine()));
        values.put(":end", Item.number(request.since().plus(KEPT).getEpochSecond()));
        values.put(":asked", Item.inner().text("address", signUp.address().written()).text("name", signUp.name().text())
                .text("language", signUp.language().toLanguageTag()).text("form", signUp.form())
                .text("wording", signUp.wording()).text("lists", signUp.choice()).instant("at", signUp.origin().at())
                .text("source", signUp.origin().sourceAddress()).text("userAgent", signUp.origin().userAgent())
                .asValue());
        table.update(new Update(place(request),
                "SET asked = if_not_exists(asked, :asked), since = if_not_exists(since, :since), due = if_not_exists(due, :due), "
                        + "queued = if_not_exists(queued, :inLine), " + TableLayout.EXPIRES_AT + " = if_not_exists("
                        + TableLayout.EXPIRES_AT + ", :end)",
                null, values));
    }

    @Override
    public List<SignUpRequest> due(Instant now, int limit) {
        // All are read, so that none of a list whose name comes late waits for those of another.
        return waiting("due <= :now", ":now", Item.number(now.toEpochMilli()))
                .sorted(Comparator.comparing(SignUpRequest::due)).limit(limit).toList();
    }

    @Override
    public Optional<SignUpRequest> find(ListId list, SubscriberId person) {
        // One for several lists lies at a place that is made from them all.
        var query = Table.partition(TableLayout.SIGN_UPS).filterExpression("contains(sk, :person)")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.SIGN_UPS), ":person",
                        AttributeValue.fromS(KEY_SEPARATOR + person.hex())))
                .build();
        return table.query(query).map(DynamoSignUpRequests::read)
                .filter(request -> request.signUp().lists().contains(list)).findFirst();
    }

    @Override
    public List<SignUpRequest> inLine() {
        return waiting("queued = :yes", ":yes", AttributeValue.fromBool(true)).toList();
    }

    private Stream<SignUpRequest> waiting(String filter, String name, AttributeValue value) {
        var query = Table.partition(TableLayout.SIGN_UPS).filterExpression(filter).expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(TableLayout.SIGN_UPS), name, value)).build();
        return table.query(query).map(DynamoSignUpRequests::read);
    }

    @Override
    public boolean putOff(SignUpRequest seen, Instant due, boolean inLine) {
        var change = new Update(place(seen), "SET due = :due, queued = :inLine", "due = :seen",
                Map.of(":due", Item.number(due.toEpochMilli()), ":inLine", AttributeValue.fromBool(inLine), ":seen",
                        Item.number(seen.due().toEpochMilli())));
        return table.update(change) instanceof Table.Changed.Yes;
    }

    @Override
    public void remove(SignUpRequest seen) {
        table.delete(place(seen), Condition.equal(DUE, Item.number(seen.due().toEpochMilli())));
    }

    private static Key place(SignUpRequest request) {
        return TableLayout.signUp(request.signUp(), request.person());
    }

    private static SignUpRequest read(Item item) {
        var place = item.text(TableLayout.SK).split(KEY_SEPARATOR, 2);
        var asked = item.map("asked");
        // A request that an older version took has none of this text, and is for one list.
        var lists = SignUp.chosen(asked.has("lists") ? asked.text("lists") : place[0]);
        var signUp = new SignUp(lists, EmailAddress.of(asked.text("address")),
                new PersonName(asked.text("name")), Locale.forLanguageTag(asked.text("language")), asked.text("form"),
                asked.text("wording"),
                new Origin(asked.instant("at"), asked.text("source"), asked.text("userAgent")));
        return new SignUpRequest(signUp, new SubscriberId(place[1]), millis(item, SINCE), millis(item, DUE),
                item.flag(IN_LINE));
    }

    private static Instant millis(Item item, String name) {
        return Instant.ofEpochMilli(item.number(name));
    }
}
