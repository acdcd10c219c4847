package org.clubpost.function.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.event.ProgramFunction;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.aws.parts.Once;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.AppointMakers;
import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.admin.EditMany;
import org.clubpost.core.admin.EditMember;
import org.clubpost.core.admin.History;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.MailMakersNews;
import org.clubpost.core.admin.SearchLog;
import org.clubpost.core.admin.TendBounces;
import org.clubpost.core.admin.UndoImport;
import org.clubpost.core.call.CallOnce;
import org.clubpost.core.desk.KeepFigures;
import org.clubpost.core.person.ApiKeys;
import org.clubpost.core.person.AskToSignIn;
import org.clubpost.core.person.EnterByMail;
import org.clubpost.core.person.OperatorDoor;
import org.clubpost.core.person.Passkeys;
import org.clubpost.core.person.Sessions;
import org.clubpost.core.person.SignInTokens;
import org.clubpost.core.person.WebAuthn;
import org.clubpost.core.subscription.Invite;
import org.clubpost.function.admin.api.Api;
import org.clubpost.function.admin.entry.CodePage;
import org.clubpost.function.admin.entry.OperatorEntry;
import org.clubpost.function.admin.entry.PasskeyPage;
import org.clubpost.function.admin.entry.SignInPage;
import org.clubpost.function.admin.entry.SignOutRoom;
import org.clubpost.function.admin.figures.FiguresRoom;
import org.clubpost.function.admin.frame.Cookies;
import org.clubpost.function.admin.frame.Doorway;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.Rooms;
import org.clubpost.function.admin.imports.ImportFiles;
import org.clubpost.function.admin.imports.ImportRoom;
import org.clubpost.function.admin.lists.DeleteRoom;
import org.clubpost.function.admin.lists.ListsRoom;
import org.clubpost.function.admin.lists.MakersRoom;
import org.clubpost.function.admin.lists.NewListRoom;
import org.clubpost.function.admin.log.LogFile;
import org.clubpost.function.admin.log.LogRoom;
import org.clubpost.function.admin.me.KeySection;
import org.clubpost.function.admin.me.MeRoom;
import org.clubpost.function.admin.members.ConsentRoom;
import org.clubpost.function.admin.members.LatelyRoom;
import org.clubpost.function.admin.members.LatestEntry;
import org.clubpost.function.admin.members.MemberRoom;
import org.clubpost.function.admin.members.MembersRoom;
import org.clubpost.function.admin.members.Newcomers;
import org.clubpost.function.admin.overview.OverviewRoom;
import org.clubpost.function.admin.overview.UndoRoom;
import org.clubpost.function.admin.people.InvitationPage;
import org.clubpost.function.admin.people.PeopleRoom;
import org.clubpost.function.admin.settings.CopyRoom;
import org.clubpost.function.admin.settings.SampleMail;
import org.clubpost.function.admin.settings.SettingsRoom;
import org.clubpost.function.admin.settings.TopicRoom;
import org.clubpost.site.ActWords;
import org.clubpost.site.Site;

/** Makes what this function consists of from the parts, wherever it runs. */
public final class Wiring {

    private final FunctionParts parts;
    private final Shared shared;
    private final OperatorDoor door;
    private final Frame frame;

    /**
     * Made of those parts.
     *
     * @param door lets the operator in
     */
    public Wiring(FunctionParts parts, OperatorDoor door) {
        this.parts = parts.by(Way.WEB);
        this.shared = new Shared(this.parts);
        this.door = door;
        this.frame = new Frame(new Cookies(parts.publicUrl()), parts.tokens());
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forVisitors(Environment.ofProcess()), OperatorDoor.CLOSED);
    }

    /** Whether all has to be made at the start, because this process becomes a snapshot. */
    static boolean isForSnapshot() {
        return Environment.ofProcess().isForSnapshot();
    }

    /** What programs call; made when the first calls. */
    Supplier<ProgramFunction> programs(InstantSource clock) {
        var made = new Once<ProgramFunction>();
        return () -> made.get(() -> {
            var api = api();
            return new ProgramFunction("admin", clock, api, api::handle);
        });
    }

    /** Makes pages. */
    Frame frame() {
        return frame;
    }

    /** What is where. */
    Rooms rooms() {
        var database = parts.database();
        var ask = new AskToSignIn(database.signIns(), database.rateLimits(), parts.ids(), parts.random());
        var enter = new EnterByMail(database.signIns(), new SignInTokens(parts.tokens()), sessions());
        var made = new Once<List<Room>>();
        return new Rooms(() -> made.get(this::all),
                Map.of(Doorway.SIGN_IN, new SignInPage(ask, enter, passkeys(), frame), PasskeyPage.PATH,
                        new PasskeyPage(passkeys(), frame), CodePage.PATH,
                        new CodePage(enter, frame), OperatorEntry.PATH,
                        new OperatorEntry(door, sessions(), parts.random(), frame), InvitationPage.PATH,
                        new InvitationPage(shared.appoint(), frame)),
                new Doorway(sessions(), database.desk(), frame));
    }

    private Passkeys passkeys() {
        var database = parts.database();
        var url = parts.publicUrl();
        return new Passkeys(new Passkeys.Ports(database.persons(), sessions(), database.rateLimits()),
                new WebAuthn(url.getHost(), url.toString()), parts.tokens(), parts.ids(), parts.random());
    }

    private Sessions sessions() {
        return new Sessions(parts.database().persons(), parts.tokens(), parts.ids());
    }

    /** All rooms, in the order in which the navigation of a list shows them: one line a room. */
    private List<Room> all() {
        return Stream.of(general(), new MailRooms(parts).all(), office()).flatMap(List::stream).toList();
    }

    private List<Room> general() {
        var database = parts.database();
        return List.of(new ListsRoom(database.desk(), shared.delete()),
                new NewListRoom(shared.make(), database.lists(), parts.region().isPresent()),
                new MakersRoom(new AppointMakers(database.listMakers(),
                        MailMakersNews.asFarAsPossible(database.lists(), shared::send), parts.clock())),
                new OverviewRoom(database.posts()),
                members(), member(),
                new ConsentRoom(database.subscribers(), new History(database.subscribers(), database.actLog()),
                        database.wordings()),
                new LatelyRoom(database.subscribers(), database.posts(), database.ranges(), database.bounces()),
                new ImportRoom(shared.keep(), database.subscribers(), parts.ids(),
                        shared.results(),
                        new ImportFiles(parts::uploads, parts.publicUrl(), parts.random()), parts.clock()),
                new UndoRoom(shared.undo(), new UndoImport(database.subscribers(), database.actLog(), parts.clock()),
                        parts.clock()),
                new MeRoom(sessions(), passkeys(), new KeySection(keys(), database.lists()), frame.cookies()),
                new SignOutRoom(sessions(), frame.cookies()));
    }

    /** What is done seldom: they come last. */
    private List<Room> office() {
        var database = parts.database();
        var change = new ChangeSettings(database.lists(), database.actLog(), parts.clock());
        var search = new SearchLog(database.actLog());
        return List.of(new SettingsRoom(change), new DeleteRoom(shared.delete()),
                new CopyRoom(database.lists(), change),
                new TopicRoom(change, new SampleMail(parts.links(), database.sentIds())),
                new PeopleRoom(shared.appoint()),
                new FiguresRoom(new KeepFigures(database.lists(), new CountFlow(database.subscribers()),
                        database.funnel(), database.desk(), parts.clock()), database.posts(), database.desk()),
                new LogRoom(search), new LogFile(search));
    }

    private ApiKeys keys() {
        var database = parts.database();
        return new ApiKeys(database.persons(), sessions(), database.rateLimits(), parts.ids(), parts.random());
    }

    /** What programs can ask for. */
    Api api() {
        var programs = parts.by(Way.API);
        var database = programs.database();
        return new Api(new ApiTable(programs, new Shared(programs), new MailRooms(programs).decisions()).all(),
                new Api.Ports(keys(), database.lists()), new CallOnce(database.calls(), parts.clock()),
                parts.random(), frame.cookies());
    }

    private MembersRoom members() {
        var database = parts.database();
        var invite = new Invite(database.subscribers(), database.signUpRequests(), database.rateLimits(), parts.ids());
        return new MembersRoom(database.directory(),
                new EditMany(database.subscribers(), database.actLog(), parts.clock()),
                new Newcomers(shared.keep(), new InvitePeople(invite), parts.ids(),
                        new LatestEntry(database.actLog())));
    }

    private MemberRoom member() {
        var database = parts.database();
        var ids = parts.ids();
        return new MemberRoom(database.subscribers(), database.desk(),
                new History(database.subscribers(), database.actLog()),
                new ActWords(Site.load()),
                new MemberRoom.Tools(
                        new EditMember(database.subscribers(), database.memberTexts(), ids, database.actLog(),
                                parts.clock()),
                        shared.keep(),
                        new TendBounces(database.subscribers(), database.bounces(), database.noteTasks(), ids,
                                database.actLog(), parts.clock()),
                        shared.eraser(), new LatestEntry(database.actLog())));
    }
}
