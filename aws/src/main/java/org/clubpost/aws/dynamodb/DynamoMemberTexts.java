package org.clubpost.aws.dynamodb;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.Pause;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The texts about people that only owners see: an item each. DynamoDB deletes those whose time is over. */
final class DynamoMemberTexts implements MemberTexts {

    private static final String TEXT = "text";
    private static final String BY = "replacedBy";
    private static final String AT = "at";
    /** All of it as one text, so that one condition compares it. */
    private static final String VERSION = "version";

    private final Table table;

    DynamoMemberTexts(Table table) {
        this.table = table;
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<MemberText> find(ListId list, SubscriberId person, MemberText.Kind kind) {
        return table.get(TableLayout.memberText(list, person, kind)).map(item -> read(list, person, item));
    }

    @Override
    public List<MemberText> of(ListId list, SubscriberId person) {
        return table.query(Table.beginningWith(TableLayout.list(list).pk(), TableLayout.memberTexts(person)).build())
                .map(item -> read(list, person, item)).toList();
    }

    @Override
    public boolean replace(Optional<MemberText> seen, MemberText changed) {
        var item = Item.at(TableLayout.memberText(changed.list(), changed.person(), changed.kind()))
                .text(TEXT, changed.text()).text(BY, changed.by()).instant(AT, changed.at())
                .text(VERSION, version(changed));
        changed.expiresAt().ifPresent(end -> item.number(TableLayout.EXPIRES_AT, end.getEpochSecond() + 1));
        return table.put(item, seen.map(read -> Condition.equal(VERSION, AttributeValue.fromS(version(read))))
                .orElse(Condition.ABSENT)) instanceof Table.Changed.Yes;
    }

    private static String version(MemberText text) {
        return text.at().toEpochMilli() + "\n" + text.by() + "\n" + text.text();
    }

    @Override
    public void forget(ListId list, SubscriberId person) {
        for (var kind : MemberText.Kind.values()) {
            table.delete(TableLayout.memberText(list, person, kind), Condition.NONE);
        }
    }

    static MemberText read(ListId list, SubscriberId person, Item item) {
        var key = item.text(TableLayout.SK);
        return new MemberText(list, person, MemberText.Kind.valueOf(key.substring(key.lastIndexOf('#') + 1)),
                item.text(TEXT), item.text(BY), item.instant(AT));
    }
}
