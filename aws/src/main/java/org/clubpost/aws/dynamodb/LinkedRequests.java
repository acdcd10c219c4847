package org.clubpost.aws.dynamodb;

import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.LinkedRequest;

/** What the earlier links of a request were sent for, as a list of maps; not written when there is only one link. */
final class LinkedRequests {

    static final String EARLIER = "earlier";

    private LinkedRequests() {}

    static Item write(List<LinkedRequest> requests, Item item) {
        return requests.isEmpty() ? item : item.maps(EARLIER, requests.stream().map(LinkedRequests::item).toList());
    }

    private static Item item(LinkedRequest request) {
        return ConsentItems.mail(request.mail(), Item.inner().text(ConsentItems.LINK, request.link().hex())
                .text(SubscriberItems.ADDRESS, request.address().written())
                .text(SubscriberItems.NAME, request.name().text())
                .text(SubscriberItems.LANGUAGE, request.language().toLanguageTag())
                .text(ConsentItems.FORM, request.form()).text(ConsentItems.WORDING, request.wording())
                .map(ConsentItems.REQUESTED, ConsentItems.origin(request.requested())));
    }

    /** None in an item from before there were any. */
    static List<LinkedRequest> read(Item item) {
        return item.maps(EARLIER).stream().map(LinkedRequests::request).toList();
    }

    private static LinkedRequest request(Item item) {
        return new LinkedRequest(new TokenDigest(item.text(ConsentItems.LINK)),
                EmailAddress.of(item.text(SubscriberItems.ADDRESS)), new PersonName(item.text(SubscriberItems.NAME)),
                Locale.forLanguageTag(item.text(SubscriberItems.LANGUAGE)), item.text(ConsentItems.FORM),
                item.text(ConsentItems.WORDING), ConsentItems.origin(item.map(ConsentItems.REQUESTED)),
                ConsentItems.mail(item));
    }
}
