package org.clubpost.aws.dynamodb;

import org.clubpost.core.act.Actor;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Origin;

/** What people agreed to, within the items of subscribers, and back. */
final class ConsentItems {

    static final String FORM = "form";
    static final String WORDING = "wording";
    static final String REQUESTED = "requested";
    static final String LINK = "link";
    private static final String CONFIRMED = "confirmed";
    private static final String MAIL = "mail";
    private static final String SERVICE = "service";
    private static final String ANSWER = "answer";
    private static final String SOURCE = "source";
    private static final String USER_AGENT = "userAgent";

    private ConsentItems() {}

    static Item consent(Consent consent) {
        return switch (consent) {
            case Consent.DoubleOptIn given ->
                mail(given.mail(), Item.inner()).text(FORM, given.form()).text(WORDING, given.wording())
                        .map(REQUESTED, origin(given.requested())).map(CONFIRMED, origin(given.confirmed()))
                        .text(LINK, given.link().hex());
            case Consent.OwnersWord(var at, var reason, var by) ->
                by(by, Item.inner().instant(SubscriberItems.AT, at).text(SubscriberItems.REASON, reason));
            case Consent.AccountSignUp(var service, var answer, var at) -> Item.inner().instant(SubscriberItems.AT, at)
                    .text(SERVICE, service).text(ANSWER, answer);
        };
    }

    /** Not written when it is not known, as by older versions. */
    private static Item by(Actor actor, Item item) {
        return actor instanceof Actor.Unknown ? item : item.text(SubscriberItems.BY, actor.written());
    }

    static Consent consent(Item item) {
        if (item.has(SERVICE)) {
            return new Consent.AccountSignUp(item.text(SERVICE), item.text(ANSWER), item.instant(SubscriberItems.AT));
        }
        return item.has(LINK)
                ? optIn(item)
                : new Consent.OwnersWord(item.instant(SubscriberItems.AT), item.text(SubscriberItems.REASON),
                        item.findText(SubscriberItems.BY).map(Actor::parse).orElseGet(Actor.Unknown::new));
    }

    /** The words of the mail that asked to confirm; not written when they are not known. */
    static Item mail(String digest, Item item) {
        return digest.isEmpty() ? item : item.text(MAIL, digest);
    }

    static String mail(Item item) {
        return item.findText(MAIL).orElse("");
    }

    static Consent.DoubleOptIn optIn(Item item) {
        return new Consent.DoubleOptIn(item.text(FORM), item.text(WORDING), origin(item.map(REQUESTED)),
                origin(item.map(CONFIRMED)), new TokenDigest(item.text(LINK)), mail(item));
    }

    static Item origin(Origin origin) {
        return Item.inner().instant(SubscriberItems.AT, origin.at()).text(SOURCE, origin.sourceAddress()).text(
                USER_AGENT,
                origin.userAgent());
    }

    static Origin origin(Item item) {
        return new Origin(item.instant(SubscriberItems.AT), item.text(SOURCE), item.text(USER_AGENT));
    }
}
