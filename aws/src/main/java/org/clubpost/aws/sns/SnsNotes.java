package org.clubpost.aws.sns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.dynamodb.DynamoReached;
import org.clubpost.aws.dynamodb.DynamoReached.Reached;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Note;
import org.clubpost.core.note.NoteWords;
import org.clubpost.core.note.Notes;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SubscriptionLimitExceededException;

/**
 * The members' topics as topics of SNS, one a list, which the list's stack makes. Each message has the attribute
 * {@value #TO}, and each subscription a filter policy on it (Amazon SNS Developer Guide, "Message filtering"): a note for
 * all is to {@value #MAIL}, and to {@value #PHONES} as well where phones are told; one for a single reader is to that
 * reader's key.
 *
 * <p>Before somebody is subscribed, that is remembered. So nobody who died in between leaves a subscription behind of
 * which nothing is known.
 */
public final class SnsNotes implements Notes {

    /** The attribute that says whom a message is for. */
    public static final String TO = "to";
    /** In the filter policies of all who are told by mail. */
    public static final String MAIL = "mail";
    /** In the filter policies of all who are told by phone. */
    public static final String PHONES = "phones";

    private static final String PENDING = "PendingConfirmation";

    private final SnsClient client;
    private final String prefix;
    private final DynamoReached reached;
    private final NoteWords words;

    /**
     * @param client reaches SNS; is not closed here
     * @param prefix how the ARNs of the topics begin; they end with the name of the list and {@code -notes}
     * @param reached whom the topics reach
     * @param words puts notes into words
     */
    public SnsNotes(SnsClient client, String prefix, DynamoReached reached, NoteWords words) {
        this.client = client;
        this.prefix = prefix;
        this.reached = reached;
        this.words = words;
    }

    @Override
    public Reach follow(MailingList list, Subscriber.Confirmed member) {
        var wanted = reached(member);
        var known = reached.find(list.id(), member.id());
        if (known.isPresent() && !isSame(known.get(), wanted)) {
            if (!unfollow(list.id(), member.id())) {
                return Reach.LATER;
            }
            known = Optional.empty();
        }
        try {
            return look(list.id(), member.id(), known.orElse(wanted));
        } catch (FilterPolicyLimitExceededException | SubscriptionLimitExceededException | NotFoundException notNow) {
            return Reach.LATER;
        } catch (InvalidParameterException noSuchPhone) {
            reached.remove(list.id(), member.id());
            return Reach.NEVER;
        } catch (SdkException failed) {
            throw unavailable(failed);
        }
    }

    private static boolean isSame(Reached known, Reached wanted) {
        return known.way().equals(wanted.way()) && known.endpoint().equals(wanted.endpoint());
    }

    private static Reached reached(Subscriber.Confirmed member) {
        var wanted = member.settings().notification();
        return switch (wanted) {
            case Notification.ByPhone(var phone) -> new Reached(wanted, phone.text(), "", false);
            case Notification.ByMail _ -> new Reached(wanted, member.person().address().ascii(), "", false);
            case Notification.None _ -> throw new IllegalArgumentException("nothing is wanted");
        };
    }

    private Reach look(ListId list, SubscriberId person, Reached known) {
        if (known.subscription().isEmpty()) {
            reached.put(list, person, known);
            var arn = subscribe(list, person, known);
            reached.put(list, person, known.by(arn));
            return state(arn, known);
        }
        try {
            return state(known.subscription(), known);
        } catch (NotFoundException ended) {
            // They did not agree in time, or took it back by a link in one of SNS's mails. Both is their word.
            reached.remove(list, person);
            return Reach.NEVER;
        }
    }

    private Reach state(String arn, Reached known) {
        var attributes = client.getSubscriptionAttributes(request -> request.subscriptionArn(arn)).attributes();
        if (Boolean.parseBoolean(attributes.get(PENDING))) {
            return Reach.LATER;
        }
        return known.welcomed() ? Reach.KNOWN : Reach.NEW;
    }

    /**
     * SNS gives the same ARN for the same subscription (Amazon SNS API Reference, Subscribe), and asks the reader of an
     * address first.
     */
    private String subscribe(ListId list, SubscriberId person, Reached known) {
        var isPhone = known.way() instanceof Notification.ByPhone;
        var policy = "{\"%s\": [\"%s\", \"%s\"]}".formatted(TO, isPhone ? PHONES : MAIL, person.hex());
        return client.subscribe(request -> request.topicArn(topic(list)).protocol(isPhone ? "sms" : "email")
                .endpoint(known.endpoint()).attributes(Map.of("FilterPolicy", policy)).returnSubscriptionArn(true))
                .subscriptionArn();
    }

    @Override
    public boolean unfollow(ListId list, SubscriberId person) {
        var known = reached.find(list, person);
        if (known.isEmpty()) {
            return true;
        }
        if (!isEnded(list, person, known.get())) {
            return false;
        }
        reached.remove(list, person);
        return true;
    }

    private boolean isEnded(ListId list, SubscriberId person, Reached known) {
        try {
            var arn = known.subscription().isEmpty() ? subscribe(list, person, known) : known.subscription();
            return isEnded(arn);
        } catch (NotFoundException | InvalidParameterException | FilterPolicyLimitExceededException neverWas) {
            return true;
        } catch (SdkException failed) {
            throw unavailable(failed);
        }
    }

    private boolean isEnded(String arn) {
        try {
            client.unsubscribe(request -> request.subscriptionArn(arn));
            return true;
        } catch (InvalidParameterException pending) {
            // SNS does not end what nobody has agreed to, and forgets it within two days. Then this is not found.
            client.getSubscriptionAttributes(request -> request.subscriptionArn(arn));
            return false;
        }
    }

    @Override
    public int phones(ListId list) {
        return reached.phones(list);
    }

    @Override
    public void publish(MailingList list, Note note) {
        var said = words.of(list, note);
        try {
            client.publish(request -> request.topicArn(topic(list.id())).subject(said.subject()).message(said.text())
                    .messageAttributes(attributes(note)));
        } catch (NotFoundException nobodySubscribed) {
            return;
        } catch (SdkException failed) {
            throw unavailable(failed);
        }
        if (note instanceof Note.Welcome(var reader)) {
            reached.find(list.id(), reader).ifPresent(known -> reached.put(list.id(), reader, known.asWelcomed()));
        }
    }

    private static Map<String, MessageAttributeValue> attributes(Note note) {
        var to = switch (note) {
            case Note.NewPost(_, var phones) -> phones ? List.of(MAIL, PHONES) : List.of(MAIL);
            case Note.Welcome(var reader) -> List.of(reader.hex());
        };
        return Map.of(TO, MessageAttributeValue.builder().dataType("String.Array")
                .stringValue("[\"" + String.join("\", \"", to) + "\"]").build());
    }

    private String topic(ListId list) {
        return prefix + list.value() + "-notes";
    }

    private static UnavailableException unavailable(SdkException failed) {
        return new UnavailableException("a members' topic cannot be used", failed);
    }
}
