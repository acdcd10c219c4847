package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.event.Event;
import org.clubpost.core.health.Tick;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.owners.News;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscription.SignUp;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * The one table: how its keys are made, and how it is created. The cloud stack's template says the same in its own
 * words.
 *
 * <table> <caption>What lies where</caption>
 * <tr><th>item</th><th>pk</th><th>sk</th></tr>
 * <tr><td>list: settings, number of confirmed members</td><td>{@code LIST#news}</td><td>{@code META}</td></tr>
 * <tr><td>directory of all lists</td><td>{@code LISTS}</td><td>{@code news}</td></tr>
 * <tr><td>directory of the deleted lists that can come back</td><td>{@code LISTS}</td><td>{@code #DELETED#news}</td></tr>
 * <tr><td>who may make lists</td><td>{@code LISTS}</td><td>{@code #MAKERS}</td></tr>
 * <tr><td>subscriber</td><td>{@code LIST#news}</td><td>{@code SUB#<subscriber id>}</td></tr>
 * <tr><td>post</td><td>{@code POST#<id>}</td><td>{@code META}</td></tr>
 * <tr><td>post, a copy for the list's history</td><td>{@code LIST#news}</td><td>{@code POST#<id>}</td></tr>
 * <tr><td>mark of a post that is received or being sent; gone when it is not</td><td>{@code LIST#news}</td><td>{@code
 * OPEN#<id>}</td></tr>
 * <tr><td>range of a post</td><td>{@code POST#<id>}</td><td>{@code RANGE#07}</td></tr>
 * <tr><td>member who did not get the post</td><td>{@code POST#<id>}</td><td>{@code FAIL#<subscriber id>}</td></tr>
 * <tr><td>counter of a limit</td><td>{@code LIMIT#<kind>#<key>}</td><td>{@code PT1H#<number of the window>}</td></tr>
 * <tr><td>which post some copies were of, by the ids that SES gave them</td><td>{@code SENT#<how the ids begin and
 * end>}</td><td>{@code FROM#<the rest of the first>}</td></tr>
 * <tr><td>last number that a post of the list was given, for numbered subjects</td><td>{@code LIST#news}</td><td>{@code
 * NUMBER}</td></tr>
 * <tr><td>number of a post</td><td>{@code POST#<id>}</td><td>{@code NUMBER}</td></tr>
 * <tr><td>event that was not published yet</td><td>{@code EVENTS}</td><td>{@code <milliseconds of the epoch>#<id>}
 * </td></tr>
 * <tr><td>what is to be done for a members' topic, or a mail to one person</td><td>{@code NOTES}</td><td>{@code
 * <milliseconds of the epoch>#news#FOLLOW#<subscriber id>}, or {@code GOODBYE#}, {@code PAUSE#},
 * {@code REMINDER#}, {@code SETTINGS#}, {@code ASK#}, {@code MOVED#}, {@code LINKS#} or {@code FAILS#} with that id, {@code CHECK#health},
 * {@code RETURNS#<post id>},
 * {@code ERASE#<subscriber id>@<milliseconds>@<way>}, or
 * {@code POST#<id>} at its end</td></tr>
 * <tr><td>news that wait to be told to owners</td><td>{@code OWNERS}</td><td>{@code <milliseconds of the
 * epoch>#news#HELD#<post id>}, or {@code JOINED#<subscriber id>} at its end</td></tr>
 * <tr><td>how a list's members' topic reaches a person</td><td>{@code LIST#news}</td><td>{@code NOTE#<subscriber id>}
 * </td></tr>
 * <tr><td>numbers of sign-ups of a day: asked, shown, confirmed</td><td>{@code LIST#news}</td><td>{@code
 * FUNNEL#2026-12-31}</td></tr>
 * <tr><td>request to join that waits for its answer</td><td>{@code SIGNUPS}</td><td>{@code news#<subscriber id>}
 * </td></tr>
 * <tr><td>what came back from a member</td><td>{@code LIST#news}</td><td>{@code BOUNCE#<subscriber id>}</td></tr>
 * <tr><td>text about a person that only owners see</td><td>{@code LIST#news}</td><td>{@code TEXT#<subscriber
 * id>#<kind>}</td></tr>
 * <tr><td>whether all subscribers are in the orders of the directory</td><td>{@code LIST#news}</td><td>{@code INORDER}
 * </td></tr>
 * <tr><td>what came back of a post</td><td>{@code LIST#news}</td><td>{@code RETURNED#<post id>}</td></tr>
 * <tr><td>member who counts there</td><td>{@code POST#<id>}</td><td>{@code BOUNCED#<subscriber id>}, {@code REFUSED#}
 * or {@code COMPLAINED#} with that id</td></tr>
 * <tr><td>how many posts of a list wait for its owners, and when the last one came that went out</td><td>{@code
 * LIST#news}</td><td>{@code DESK}</td></tr>
 * <tr><td>figures of a list, counted beforehand</td><td>{@code LIST#news}</td><td>{@code FIGURES}</td></tr>
 * <tr><td>how a list is</td><td>{@code LIST#news}</td><td>{@code HEALTH}</td></tr>
 * <tr><td>something that came back was applied to a member</td><td>{@code FEEDBACK#<id>}</td><td>{@code
 * news#<subscriber id>}</td></tr>
 * <tr><td>somebody who has signed in</td><td>{@code PERSON#<subscriber id>}</td><td>{@code META}</td></tr>
 * <tr><td>wish to be signed in</td><td>{@code SIGNINS}</td><td>{@code <id>}</td></tr>
 * <tr><td>wish for another address</td><td>{@code CHANGES}</td><td>{@code <subscriber id>}</td></tr>
 * <tr><td>words that people agreed to</td><td>{@code WORDS#<SHA-256>}</td><td>{@code META}</td></tr>
 * <tr><td>entry of a list's log</td><td>{@code LIST#news}</td><td>{@code LOG#<id>}</td></tr>
 * <tr><td>entry of a person's history</td><td>{@code LIST#news}</td><td>{@code PAST#<subscriber id>#<id>}</td></tr>
 * <tr><td>mails that a mailbox got lately</td><td>{@code LIMIT#UNANSWERED#<key>}</td><td>{@code MAILS}</td></tr>
 * <tr><td>mail that was seen recently</td><td>{@code SEEN#news}</td><td>{@code <fingerprint>}</td></tr>
 * </table>
 *
 * <p>{@value #EXPIRES_AT} (epoch seconds) is the table's TTL attribute; pending subscribers, counters, ids of copies,
 * events, seen mails, requests to join, numbers of sign-ups and entries of the log have it. The index {@value #BY_ADDRESS}
 * finds the subscriber items of one {@value #COMPARED_ADDRESS} on all lists; {@value #LIST_BY_ADDRESS}, {@value
 * #LIST_BY_NAME} and {@value #LIST_BY_JOINED} have those of one list in order.
 */
public final class TableLayout {

    /** The partition key's attribute. */
    public static final String PK = "pk";
    /** The sort key's attribute. */
    public static final String SK = "sk";
    /** The TTL attribute: epoch seconds. DynamoDB deletes late, so readers check the time as well. */
    public static final String EXPIRES_AT = "expiresAt";
    /** The index that finds a person on all lists. It is eventually consistent, and holds nothing but keys. */
    public static final String BY_ADDRESS = "byAddress";
    /**
     * The index's partition key: the {@linkplain org.clubpost.core.address.EmailAddress#compared() compared} address.
     * Its sort key is {@value #PK}.
     */
    public static final String COMPARED_ADDRESS = "comparedAddress";

    /** The index of a list's subscribers in the order of {@value #COMPARED_ADDRESS}. */
    public static final String LIST_BY_ADDRESS = "listByAddress";
    /** The index of a list's subscribers in the order of {@value #SORT_NAME}. */
    public static final String LIST_BY_NAME = "listByName";
    /** The index of a list's subscribers in the order of {@value #SORT_JOINED}. */
    public static final String LIST_BY_JOINED = "listByJoined";
    /** The place of a subscriber in the order of names. */
    public static final String SORT_NAME = "sortName";
    /** The place of a subscriber in the order of joining. */
    public static final String SORT_JOINED = "sortJoined";
    /** What a line of the directory says. */
    private static final List<String> OF_A_LINE = List.of(SubscriberItems.STATE, SubscriberItems.ADDRESS,
            SubscriberItems.NAME, SubscriberItems.LANGUAGE, SubscriberItems.GROUPS, SubscriberItems.PAUSED_UNTIL,
            SubscriberItems.REASON, SubscriberItems.AT, EXPIRES_AT);

    static final String META = "META";
    static final String LISTS = "LISTS";
    /** How the names of deleted lists begin; no name of a list does. */
    static final String DELETED = "#DELETED#";
    static final String EVENTS = "EVENTS";
    static final String NOTES = "NOTES";
    static final String OWNER_NEWS = "OWNERS";
    /** The partition of the requests to join. The function that answers them hears of what is put there. */
    static final String SIGN_UPS = "SIGNUPS";
    /** The partition of the wishes to be signed in. The function that writes their mails hears of what is put there. */
    static final String SIGN_INS = "SIGNINS";
    static final String ADDRESS_CHANGES = "CHANGES";
    static final String NOTE = "NOTE#";
    static final String FOLLOW = "FOLLOW#";
    static final String GOODBYE = "GOODBYE#";
    static final String PAUSE_BEGUN = "PAUSE#";
    static final String ADDED = "ADDED#";
    /** How the sort keys of mails to many begin: behind all times, so that nothing else waits behind such mails. */
    static final String FOR_MANY = "MANY#";
    static final String APPLICATION = "APPLIED#";
    static final String DECISION = "DECIDED#";
    static final String ROLE_OFFER = "OFFER#";
    static final String TEST_COPY = "TEST#";
    static final String PEOPLE_NEWS = "PEOPLE#";
    static final String MAKERS_NEWS = "MAKERS#";
    static final String REFUSAL = "REFUSED#";
    static final String SETTINGS_LINK = "SETTINGS#";
    static final String REMINDER = "REMINDER#";
    static final String ERASE = "ERASE#";
    static final String ASK_NEW_ADDRESS = "ASK#";
    static final String ADDRESS_MOVED = "MOVED#";
    static final String LINKS_WANTED = "LINKS#";
    static final String MAIL_FAILS = "FAILS#";
    static final String CHECK_HEALTH = "CHECK#";
    static final String REPORT_RETURNS = "RETURNS#";
    static final String SUBSCRIBER = "SUB#";
    static final String POST = "POST#";
    static final String OPEN = "OPEN#";
    static final String FUNNEL = "FUNNEL#";
    static final String NUMBER = "NUMBER";
    static final String LOG = "LOG#";
    static final String PAST = "PAST#";
    static final String RANGE = "RANGE#";
    static final String FAILURE = "FAIL#";
    static final String BOUNCE = "BOUNCE#";
    static final String RETURNED = "RETURNED#";

    private TableLayout() {}

    /** The request that creates the table, paid by use. */
    public static CreateTableRequest createTable(String name) {
        return CreateTableRequest.builder().tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(PK), text(SK), text(COMPARED_ADDRESS), text(SORT_NAME), text(SORT_JOINED))
                .keySchema(key(PK, KeyType.HASH), key(SK, KeyType.RANGE))
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder().indexName(BY_ADDRESS)
                        .keySchema(key(COMPARED_ADDRESS, KeyType.HASH), key(PK, KeyType.RANGE))
                        .projection(Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()).build(),
                        ofList(LIST_BY_ADDRESS, COMPARED_ADDRESS), ofList(LIST_BY_NAME, SORT_NAME),
                        ofList(LIST_BY_JOINED, SORT_JOINED))
                .build();
    }

    /** An index of a list's subscribers, with what a line says, so that a page is one query. */
    private static GlobalSecondaryIndex ofList(String name, String order) {
        var kept = Stream.concat(OF_A_LINE.stream(), Stream.of(SORT_JOINED)).filter(each -> !each.equals(order))
                .toList();
        return GlobalSecondaryIndex.builder().indexName(name)
                .keySchema(key(PK, KeyType.HASH), key(order, KeyType.RANGE)).projection(Projection.builder()
                        .projectionType(ProjectionType.INCLUDE).nonKeyAttributes(kept).build())
                .build();
    }

    /** The request that switches on the deletion of expired items. */
    public static UpdateTimeToLiveRequest timeToLive(String name) {
        return UpdateTimeToLiveRequest.builder().tableName(name)
                .timeToLiveSpecification(ttl -> ttl.attributeName(EXPIRES_AT).enabled(true)).build();
    }

    static Key list(ListId list) {
        return new Key("LIST#" + list.value(), META);
    }

    static Key directory(ListId list) {
        return new Key(LISTS, list.value());
    }

    static Key deleted(ListId list) {
        return new Key(LISTS, DELETED + list.value());
    }

    /** It is no name of a list, and comes before all of them. */
    static Key makers() {
        return new Key(LISTS, "#MAKERS");
    }

    static Key subscriber(ListId list, SubscriberId id) {
        return new Key(list(list).pk(), SUBSCRIBER + id.hex());
    }

    static Key post(PostId id) {
        return new Key(POST + id.value(), META);
    }

    static Key postOfList(ListId list, PostId id) {
        return new Key(list(list).pk(), POST + id.value());
    }

    static Key openPost(ListId list, PostId id) {
        return new Key(list(list).pk(), OPEN + id.value());
    }

    static Key lastPostNumber(ListId list) {
        return new Key(list(list).pk(), NUMBER);
    }

    static Key postNumber(PostId id) {
        return new Key(post(id).pk(), NUMBER);
    }

    static Key range(RangeRef ref) {
        return new Key(post(ref.post()).pk(), RANGE + "%02d".formatted(ref.index()));
    }

    static Key seen(ListId list, String fingerprint) {
        return new Key("SEEN#" + list.value(), fingerprint);
    }

    static Key event(Event event) {
        return new Key(EVENTS, "%013d#%s".formatted(event.time().toEpochMilli(), event.id()));
    }

    static Key noteTask(NoteTask task) {
        var kind = switch (task) {
            case NoteTask.Follow _ -> FOLLOW;
            case NoteTask.NewPost _ -> POST;
            case NoteTask.Goodbye _ -> GOODBYE;
            case NoteTask.PauseBegun _ -> PAUSE_BEGUN;
            case NoteTask.Application _ -> APPLICATION;
            case NoteTask.Refusal _ -> REFUSAL;
            case NoteTask.SettingsLink _ -> SETTINGS_LINK;
            case NoteTask.Reminder _ -> REMINDER;
            case NoteTask.Erase _ -> ERASE;
            case NoteTask.AskNewAddress _ -> ASK_NEW_ADDRESS;
            case NoteTask.AddressMoved _ -> ADDRESS_MOVED;
            case NoteTask.LinksWanted _ -> LINKS_WANTED;
            case NoteTask.MailFails _ -> MAIL_FAILS;
            case NoteTask.CheckHealth _ -> CHECK_HEALTH;
            case NoteTask.ReportReturns _ -> REPORT_RETURNS;
            case Errand errand -> kind(errand.what());
            case NoteTask.Added _ -> ADDED;
        };
        return new Key(NOTES, (task instanceof NoteTask.Added ? FOR_MANY : "") + due(task.due()) + "#"
                + task.list().value() + "#" + kind + task.about());
    }

    private static String kind(Errand.What what) {
        return switch (what) {
            case Errand.Decision _ -> DECISION;
            case Errand.RoleOffer _ -> ROLE_OFFER;
            case Errand.TestCopy _ -> TEST_COPY;
            case Errand.PeopleNews _ -> PEOPLE_NEWS;
            case Errand.MakersNews _ -> MAKERS_NEWS;
        };
    }

    static Key ownerNews(News news) {
        return new Key(OWNER_NEWS,
                due(news.due()) + "#" + news.list().value() + "#" + news.kind() + "#" + news.about());
    }

    /** How the sort keys of tasks begin that are due at that time. */
    static String due(Instant time) {
        return "%013d".formatted(time.toEpochMilli());
    }

    /** A day has ten characters as long as its year has four digits, so days are in order. */
    static Key funnel(ListId list, LocalDate day) {
        return new Key(list(list).pk(), FUNNEL + day);
    }

    static Key reached(ListId list, SubscriberId id) {
        return new Key(list(list).pk(), NOTE + id.hex());
    }

    /** Of several lists the key has a digest, because their names together may be longer than a key can be. */
    static Key signUp(SignUp signUp, SubscriberId id) {
        var choice = signUp.isJoint() ? "+" + TokenDigest.of(signUp.choice()).hex() : signUp.choice();
        return new Key(SIGN_UPS, choice + "#" + id.hex());
    }

    static Key person(PersonId id) {
        return new Key("PERSON#" + id.value(), META);
    }

    static Key call(PersonId person, TokenDigest name) {
        return new Key(person(person).pk(), "CALL#" + name.hex());
    }

    static Key signIn(String id) {
        return new Key(SIGN_INS, id);
    }

    static Key addressChange(SubscriberId person) {
        return new Key(ADDRESS_CHANGES, person.hex());
    }

    static Key memberText(ListId list, SubscriberId person, MemberText.Kind kind) {
        return new Key(list(list).pk(), memberTexts(person) + kind.name());
    }

    static String memberTexts(SubscriberId person) {
        return "TEXT#" + person.hex() + "#";
    }

    /** Says whether all subscribers of the list are in its orders. */
    static Key inOrder(ListId list) {
        return new Key(list(list).pk(), "INORDER");
    }

    static Key bounce(ListId list, SubscriberId member) {
        return new Key(list(list).pk(), BOUNCE + member.hex());
    }

    static Key returned(ListId list, PostId post) {
        return new Key(list(list).pk(), RETURNED + post.value());
    }

    /** The place of a member who counts; how the places of all of a kind begin is {@link #returning}. */
    static Key returning(PostId post, Tick.Kind kind, SubscriberId member) {
        return new Key(post(post).pk(), returning(kind) + member.hex());
    }

    static String returning(Tick.Kind kind) {
        return kind.name() + "#";
    }

    static Key health(ListId list) {
        return new Key(list(list).pk(), "HEALTH");
    }

    static Key desk(ListId list) {
        return new Key(list(list).pk(), "DESK");
    }

    static Key figures(ListId list) {
        return new Key(list(list).pk(), "FIGURES");
    }

    static Key applied(String feedback, ListId list, SubscriberId member) {
        return new Key("FEEDBACK#" + feedback, list.value() + "#" + member.hex());
    }

    static Key logEntry(ListId list, EntryId id) {
        return new Key(list(list).pk(), LOG + id.value());
    }

    static Key past(ListId list, SubscriberId person, EntryId id) {
        return new Key(list(list).pk(), PAST + person.hex() + "#" + id.value());
    }

    static Key wording(String digest) {
        return new Key("WORDS#" + digest, META);
    }

    static Key recentMails(String key) {
        return new Key("LIMIT#UNANSWERED#" + key, "MAILS");
    }

    static Key failure(PostId post, SubscriberId id) {
        return new Key(post(post).pk(), FAILURE + id.hex());
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
