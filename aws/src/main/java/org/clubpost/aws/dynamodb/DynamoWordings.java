package org.clubpost.aws.dynamodb;

import java.util.Map;
import java.util.Optional;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.consent.Wordings;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The words that people agreed to. They are stored by an update, because the function of the form may do no more. */
final class DynamoWordings implements Wordings {

    private static final String WORDS = "words";

    private final Table table;

    DynamoWordings(Table table) {
        this.table = table;
    }

    @Override
    public void keep(Wording wording) {
        table.update(new Update(TableLayout.wording(wording.digest()), "SET words = if_not_exists(words, :words)", null,
                Map.of(":words", AttributeValue.fromS(wording.words()))));
    }

    @Override
    public Optional<String> find(String digest) {
        return table.get(TableLayout.wording(digest)).map(item -> item.text(WORDS));
    }
}
