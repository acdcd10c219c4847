package org.clubpost.aws.dynamodb;

import java.time.InstantSource;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.call.Calls;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.health.Returns;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RecentMails;
import org.clubpost.core.list.Lists;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.person.Persons;
import org.clubpost.core.person.SignIns;
import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.AddressChanges;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.SignUpRequests;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The ports on one table that has the shape of {@link TableLayout}. Safe for use by many threads, like the client that
 * it is given.
 */
public final class DynamoTable implements Database {

    private final Table table;
    private final Recorder recorder;
    private final Way way;

    /**
     * Records no events.
     *
     * @param client reaches DynamoDB; is not closed here
     * @param name the table's name
     */
    public DynamoTable(DynamoDbClient client, String name) {
        this(client, name, new Recorder(Recording.NONE, InstantSource.system()));
    }

    /**
     * @param client reaches DynamoDB; is not closed here
     * @param name the table's name
     * @param recorder which changes are recorded as events
     */
    public DynamoTable(DynamoDbClient client, String name, Recorder recorder) {
        this(new Table(client, name, JitteredPause.SYSTEM), recorder, Way.UNKNOWN);
    }

    private DynamoTable(Table table, Recorder recorder, Way way) {
        this.table = table;
        this.recorder = recorder;
        this.way = way;
    }

    @Override
    public DynamoTable by(Way taken) {
        return new DynamoTable(table, recorder, taken);
    }

    private LogRecorder log() {
        return new LogRecorder(way, recorder.clock());
    }

    @Override
    public Lists lists() {
        return new DynamoLists(table, log());
    }

    @Override
    public Subscribers subscribers() {
        return new DynamoSubscribers(table, recorder, log());
    }

    @Override
    public Directory directory() {
        return new DynamoDirectory(table);
    }

    @Override
    public Desk desk() {
        return new DynamoDesk(table, posts());
    }

    @Override
    public MemberTexts memberTexts() {
        return new DynamoMemberTexts(table);
    }

    @Override
    public Posts posts() {
        return new DynamoPosts(table, recorder, log());
    }

    @Override
    public Ranges ranges() {
        return new DynamoRanges(table, log());
    }

    @Override
    public RateLimits rateLimits() {
        return new DynamoRateLimits(table);
    }

    @Override
    public SharedRate sharedRate() {
        return new DynamoSharedRate(table);
    }

    @Override
    public SentIds sentIds() {
        return new DynamoSentIds(table);
    }

    @Override
    public PostNumbers postNumbers() {
        return new DynamoPostNumbers(table);
    }

    @Override
    public SeenMails seenMails() {
        return new DynamoSeenMails(table);
    }

    @Override
    public Events events() {
        return new DynamoEvents(table, recorder);
    }

    @Override
    public GatheredNews gatheredNews() {
        return new DynamoGatheredNews(table);
    }

    @Override
    public NoteTasks noteTasks() {
        return new DynamoNoteTasks(table);
    }

    @Override
    public SignUpRequests signUpRequests() {
        return new DynamoSignUpRequests(table);
    }

    @Override
    public Funnel funnel() {
        return new DynamoFunnel(table);
    }

    @Override
    public Returns returns() {
        return new DynamoReturns(table);
    }

    @Override
    public Persons persons() {
        return new DynamoPersons(table);
    }

    @Override
    public DeletedLists deletedLists() {
        return new DynamoDeletedLists(table, log());
    }

    @Override
    public ListMakers listMakers() {
        return new DynamoListMakers(table);
    }

    @Override
    public SignIns signIns() {
        return new DynamoSignIns(table);
    }

    @Override
    public Calls calls() {
        return new DynamoCalls(table);
    }

    @Override
    public Bounces bounces() {
        return new DynamoBounces(table);
    }

    @Override
    public AddressChanges addressChanges() {
        return new DynamoAddressChanges(table);
    }

    @Override
    public Wordings wordings() {
        return new DynamoWordings(table);
    }

    @Override
    public ActLog actLog() {
        return new DynamoActLog(table, way);
    }

    @Override
    public RecentMails recentMails() {
        return new DynamoRecentMails(table);
    }

    /** Whom the members' topics reach. */
    public DynamoReached reached() {
        return new DynamoReached(table);
    }
}
