package org.clubpost.function.moderate;

import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.admin.CarryNews;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.EraseLists;
import org.clubpost.core.admin.KeepLogs;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.DeadLetters;
import org.clubpost.core.care.Recovery;
import org.clubpost.core.care.ReportReturns;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Sweep;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.desk.KeepFigures;
import org.clubpost.core.directory.CompleteDirectory;
import org.clubpost.core.feedback.LookAfter;
import org.clubpost.core.health.LastPosts;
import org.clubpost.core.health.WatchHealth;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.moderation.CarryDecisions;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.note.CarryNotes;
import org.clubpost.core.note.Letters;
import org.clubpost.core.note.MailedNotes;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.Reckon;
import org.clubpost.core.person.SendSignInMails;
import org.clubpost.core.person.SignInTokens;
import org.clubpost.core.privacy.EraseTraces;
import org.clubpost.core.privacy.Forget;
import org.clubpost.core.privacy.ForgetFormer;
import org.clubpost.core.privacy.ForgetSignIn;
import org.clubpost.core.subscription.AddressLetters;
import org.clubpost.core.subscription.AnswerSignUps;
import org.clubpost.core.subscription.Applicants;
import org.clubpost.core.subscription.ChangeAddress;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.MemberLetters;
import org.clubpost.core.subscription.Share;
import org.clubpost.mail.compose.TryDraft;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.prepare.Reach;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Reception;
import org.clubpost.notices.CommonsEmailNotices;
import org.clubpost.notices.NoteLetters;

/**
 * Makes what these functions consist of from the parts, wherever they run. A missing part is named when the use case
 * that needs it is asked for.
 */
public final class Wiring {

    /** A round ends before the function's time does, which is 50 seconds; the largest mails take ten. */
    private static final Recovery.Limits LIMITS = new Recovery.Limits(50, Duration.ofSeconds(20));

    private final FunctionParts parts;

    /** Made of those parts. */
    public Wiring(FunctionParts parts) {
        this(parts, Way.WEB);
    }

    /** The same, where the log says that what is done came by that way. */
    Wiring(FunctionParts parts, Way way) {
        this.parts = parts.by(way);
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forVisitors(Environment.ofProcess()));
    }

    /**
     * What is done every minute in the cloud, as the environment of this process says. Dead letters come first, so that
     * the owners hear of them at once.
     */
    static Supervision supervisionOfProcess() {
        var parts = CloudParts.forVisitors(Environment.ofProcess());
        var wiring = new Wiring(parts);
        var desk = wiring.deadLetters();
        var letters = parts.deadLetters();
        var supervise = wiring.supervise();
        return new Supervision(
                List.of(context -> letters
                        .take(letter -> desk.isDone(letter.id(), letter.body(), context.getAwsRequestId())),
                        _ -> supervise.tend()),
                parts.publishEvents(), wiring.words(), wiring.takeUpMails());
    }

    /** The use case of the links. */
    public Moderate moderate() {
        var database = parts.database();
        return reception().moderate(new Control(database.posts(), database.ranges(), parts.clock()));
    }

    /** The use case of the links about those who wait to be let in. */
    public Applicants applicants() {
        var database = parts.database();
        var people = people();
        return new Applicants(database.lists(), database.subscribers(), people.notices(), people.owners(),
                parts.links());
    }

    /** The use case of the schedule that drops mails about which nobody decided. */
    public Sweep sweep() {
        return reception().sweep();
    }

    /** The use case of the same schedule that forgets who left long ago. */
    public ForgetFormer forgetFormer() {
        return new ForgetFormer(parts.database().lists(), parts.database().subscribers(), parts.clock());
    }

    /**
     * Erases deleted lists whose time is over, keeps the logs as long as the lists want, brings what earlier versions wrote into the orders of the directory, and
     * counts the figures of the lists.
     */
    public List<IntSupplier> tending() {
        var database = parts.database();
        return List.of(
                new EraseLists(database.deletedLists(), database.posts(), parts.mails(), parts.clock())::run,
                new KeepLogs(database.lists(), database.actLog(), parts.clock())::run,
                new CompleteDirectory(database.lists(), database.directory())::run,
                new KeepFigures(database.lists(), new CountFlow(database.subscribers()), database.funnel(),
                        database.desk(), parts.clock())::run);
    }

    /** The use case of the schedule that runs every minute. */
    public Supervise supervise() {
        var database = parts.database();
        return new Supervise(database.lists(), database.posts(), plan(), tell(people()), reception().reconsider(),
                parts.clock());
    }

    /** Parks the posts of the ranges that the queue gave up on. It needs neither keys nor mails. */
    public DeadLetterDesk deadLetters() {
        return new DeadLetterDesk(new DeadLetters(parts.database().posts(), parts.clock()));
    }

    /** The use case of the same schedule that takes up mails which were not taken in. */
    public TakeUpMails takeUpMails() {
        var database = parts.database();
        return new TakeUpMails(new Recovery(database.lists(), database.posts(), LIMITS, parts.clock()),
                reception().receive(), parts.unreceived(), parts.clock());
    }

    /**
     * What the same schedule tells people: those who want to sign in and those who asked to join and still wait, members who want to be told and who
     * left, and owners what was gathered.
     */
    public List<IntSupplier> words() {
        return List.of(signInMails()::run, answerSignUps()::tend, carryNotes()::run,
                reception().sendGathered(parts.database().gatheredNews())::run);
    }

    /** Writes the mails with which those who run lists sign in, and which are not written yet. */
    private SendSignInMails signInMails() {
        var database = parts.database();
        return new SendSignInMails(database.signIns(), database.lists(), database.listMakers(), people().notices(),
                parts.links(),
                new SignInTokens(parts.tokens()), parts.clock());
    }

    private CarryNotes carryNotes() {
        var database = parts.database();
        var people = people();
        var notes = parts.notes(new NoteLetters()).orElseGet(() -> new MailedNotes(database.subscribers(),
                people.notices(), database.rateLimits(), parts.links(), parts.clock()));
        return new CarryNotes(database.lists(), database.subscribers(), database.noteTasks(),
                new CarryNotes.Way(notes, people.notices(), database.rateLimits(),
                        addressLetters(lookAfter(people, new MemberLetters(database.lists(), database.subscribers(),
                                database.rateLimits(),
                                new MemberLetters.Way(people.notices(), parts.links(), share(), people.owners(),
                                        database.wordings()),
                                parts.clock()))),
                        new EraseTraces(database.posts(), database.events(), parts.ids(),
                                new Forget(database.subscribers(), database.signUpRequests(),
                                        database.addressChanges(), database.bounces(), database.memberTexts()),
                                new ForgetSignIn(database.lists(), database.listMakers(), database.persons(),
                                        parts.ids()),
                                parts.clock()),
                        parts.permits(), reckon(people), errands(people)),
                parts.clock());
    }

    /** The log says of these that they came by the command line. */
    private OwedErrands errands(Tell.Way people) {
        var owed = parts.by(Way.COMMAND_LINE);
        var database = owed.database();
        return new OwedErrands(
                new CarryDecisions(database.lists(), database.posts(),
                        () -> new Wiring(owed, Way.COMMAND_LINE).moderate(), parts.ids(), parts.clock()),
                new Appoint(new Appoint.Ports(database.lists(), database.actLog(), people.notices(), parts.links(),
                        database.rateLimits(), parts.ids()), parts.clock()),
                new CarryNews(database.lists(), database.actLog(), database.listMakers(), people.notices(),
                        parts.clock()),
                new TryDraft(new ListPreparation(parts.links(), database.sentIds()), parts::outbox, parts.publicUrl()),
                new OwedErrands.Members(database.subscribers(), parts.ids()), database.lists(), parts.mails(),
                parts.clock());
    }

    private Reckon reckon(Tell.Way people) {
        var database = parts.database();
        var watch = new WatchHealth(database.lists(),
                new LastPosts(database.posts(), database.ranges(), database.returns()), people.notices(),
                parts.clock());
        var report = new ReportReturns(new ReportReturns.Ports(database.lists(), database.subscribers(),
                database.posts(), database.returns()), people, parts.clock());
        return task -> switch (task) {
            case NoteTask.CheckHealth check -> watch.check(check);
            case NoteTask.ReportReturns returns -> report.look(returns);
        };
    }

    private LookAfter lookAfter(Tell.Way people, Letters others) {
        var database = parts.database();
        return new LookAfter(others,
                new LookAfter.Ports(database.lists(), database.subscribers(), database.bounces()),
                new LookAfter.Way(people.notices(), parts.links(), people.owners(), parts.providerSuppression()),
                parts.clock());
    }

    private AddressLetters addressLetters(Letters others) {
        var database = parts.database();
        var manage = new Manage(database.lists(), database.subscribers(), parts.tokens(), database.noteTasks());
        var change = new ChangeAddress(new ChangeAddress.Ports(database.lists(), database.subscribers(),
                database.addressChanges(), database.noteTasks()), manage, parts.ids());
        return new AddressLetters(others,
                new AddressLetters.Ports(database.lists(), database.subscribers(), database.addressChanges(),
                        database.rateLimits(), new Unanswered(database.recentMails()), parts.ids(),
                        people().notices()),
                change, parts.links(), parts.random(), parts.clock());
    }

    /** The use case of the same schedule that answers what the sign-up form took and is still there. */
    private AnswerSignUps answerSignUps() {
        var database = parts.database();
        return new AnswerSignUps(
                new AnswerSignUps.Ports(database.lists(), database.subscribers(), database.signUpRequests(),
                        database.rateLimits(), people().notices(), database.wordings(), database.funnel()),
                share(), parts.links(), parts.random(), parts.clock());
    }

    private Share share() {
        return new Share(parts.ids(), new Unanswered(parts.database().recentMails()));
    }

    private Reception reception() {
        var database = parts.database();
        var people = people();
        return new Reception(
                new Reception.Stores(database.lists(), database.subscribers(), database.posts(), parts.mails(),
                        database.seenMails(), database.recentMails(), database.signUpRequests(),
                        database.wordings(), database.funnel(),
                        id -> database.deletedLists().find(id).map(DeletedLists.Deleted::list)),
                new Reception.Ways(plan(), tell(people), people, () -> parts.outbox().largest(), parts.cameBack(),
                        () -> parts.operators().addresses()),
                new Secrets(parts.ids(), parts.links(), parts.random()),
                Preparation.rewriting(new ListPreparation(parts.links(), database.sentIds(), database.postNumbers(),
                        Reach.of(database.subscribers(), parts.ids()), parts.outbox().keepsMessageIds())),
                new Reception.Office(database.ranges(), database.actLog(), database.noteTasks(),
                        database.memberTexts()),
                parts.clock());
    }

    private Plan plan() {
        var database = parts.database();
        return new Plan(database.lists(), database.posts(), database.ranges(), parts.queue());
    }

    private Tell tell(Tell.Way people) {
        var database = parts.database();
        return new Tell(database.posts(), database.ranges(), database.subscribers(), people, parts.clock());
    }

    private Tell.Way people() {
        var notices = new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random());
        return new Tell.Way(notices, parts.database().rateLimits(), new CancelLinks(parts.ids(), parts.links()),
                parts.owners(notices));
    }
}
