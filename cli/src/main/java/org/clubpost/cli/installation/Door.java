package org.clubpost.cli.installation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.admin.AppointMakers;
import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.core.admin.DeleteLists;
import org.clubpost.core.admin.EditMember;
import org.clubpost.core.admin.History;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.KeepPeople;
import org.clubpost.core.admin.Leftovers;
import org.clubpost.core.admin.MakeLists;
import org.clubpost.core.admin.OweMakersNews;
import org.clubpost.core.admin.OwePeopleNews;
import org.clubpost.core.admin.PeopleNews;
import org.clubpost.core.admin.ReleaseList;
import org.clubpost.core.admin.RunLists;
import org.clubpost.core.admin.SteerPosts;
import org.clubpost.core.admin.TendBounces;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.health.LastPosts;
import org.clubpost.core.moderation.Drop;
import org.clubpost.core.moderation.OweDecision;
import org.clubpost.core.note.Errand;
import org.clubpost.core.privacy.EraseByOwners;
import org.clubpost.core.privacy.ForgetSignIn;
import org.clubpost.core.subscription.Invite;

/**
 * What a command may do to an installation: everything that the operator may, and all of it is logged.
 *
 * @param open the installation
 */
public record Door(Installation open) {

    /** Whoever may use the command line. */
    public static final Actor.Operator OPERATOR = new Actor.Operator();

    /** Acts on lists. */
    public RunLists lists() {
        return new RunLists(open.lists(), open.database().actLog());
    }

    /** Makes lists. The command line sends no mail, so nobody is told. */
    public MakeLists makeLists() {
        var database = open.database();
        return new MakeLists(open.lists(), database.listMakers(), new Leftovers(new Leftovers.Ports(open.lists(),
                database.deletedLists(), open.subscribers(), open.posts(), open.ranges(), database.actLog(),
                database.noteTasks()), InstantSource.system()), _ -> {
                });
    }

    /** Deletes lists, and brings them back. The command line sends no mail, so nobody is told. */
    public DeleteLists deleteLists() {
        var database = open.database();
        return new DeleteLists(new DeleteLists.Ports(database.lists(), database.deletedLists(), database.posts(),
                database.ranges(), _ -> {
                }), InstantSource.system());
    }

    /** Acts on members. */
    public KeepMembers members() {
        return new KeepMembers(open.subscribers(), open.ids(), open.database().actLog(), InstantSource.system());
    }

    /** Answers to those who wait to be let in. */
    public AnswerApplicants applicants() {
        return new AnswerApplicants(open.subscribers(), open.ids(), open.database().noteTasks(),
                InstantSource.system());
    }

    /** Acts on members whose mail comes back. */
    public TendBounces bounces() {
        var database = open.database();
        return new TendBounces(open.subscribers(), database.bounces(), database.noteTasks(), open.ids(),
                database.actLog(), InstantSource.system());
    }

    /** Erases people. */
    public EraseByOwners eraser() {
        var database = open.database();
        return new EraseByOwners(
                new EraseByOwners.Ports(database.subscribers(), database.signUpRequests(), database.addressChanges(),
                        database.bounces(), database.memberTexts(),
                        database.noteTasks(), database.posts(), database.events(),
                        new ForgetSignIn(database.lists(), database.listMakers(), database.persons(), open.ids())),
                open.ids(), InstantSource.system());
    }

    /** Changes of one member. */
    public EditMember edits() {
        var database = open.database();
        return new EditMember(open.subscribers(), database.memberTexts(), open.ids(), database.actLog(),
                InstantSource.system());
    }

    /** Drops posts that wait for a decision. */
    public Drop drop() {
        return new Drop(open.posts(), InstantSource.system());
    }

    /** Decides about posts that wait; the service carries it out. */
    public OweDecision decisions() {
        return new OweDecision(open.posts(), open.database().noteTasks(), open.ids(), InstantSource.system());
    }

    /** Asks people to take a role, and takes roles away. The service sends the mails. */
    public KeepPeople people() {
        var database = open.database();
        return new KeepPeople(new KeepPeople.Ports(open.lists(), database.actLog(), peopleNews(), database.rateLimits(),
                open.ids(), (list, invitation) -> database.noteTasks().add(List.of(Errand.of(list.id(), Instant.now(),
                        new Errand.RoleOffer(invitation.id()))))),
                InstantSource.system());
    }

    /** Has people told who has come to run a list, and who has gone. The service sends the mails. */
    public PeopleNews peopleNews() {
        return new OwePeopleNews(open.database().actLog(), open.database().noteTasks(), InstantSource.system());
    }

    /** Says who may make lists. The service sends the mails. */
    public AppointMakers makers() {
        return new AppointMakers(open.database().listMakers(),
                new OweMakersNews(open.lists(), open.database().noteTasks()), InstantSource.system());
    }

    /** Copies settings from one list to another. */
    public ChangeSettings settings() {
        return new ChangeSettings(open.lists(), open.database().actLog(), InstantSource.system());
    }

    /** Has people asked whether they want to join. */
    public InvitePeople invitations() {
        var database = open.database();
        return new InvitePeople(
                new Invite(database.subscribers(), database.signUpRequests(), database.rateLimits(), open.ids()));
    }

    /** Acts on posts. */
    public SteerPosts posts() {
        return new SteerPosts(open.lists(), open.posts(), open.ranges(), InstantSource.system());
    }

    /** Lets the mail of lists go on that stopped by itself. */
    public ReleaseList releases() {
        return new ReleaseList(last(), open.database().actLog(), InstantSource.system());
    }

    /** The last posts of lists, and what came back of them. */
    public LastPosts last() {
        return new LastPosts(open.posts(), open.ranges(), open.database().returns());
    }

    /** Takes acts back. */
    public Undo undo() {
        var database = open.database();
        return new Undo(new Undo.Ports(open.lists(), open.subscribers(), database.memberTexts(), open.posts(),
                database.actLog(), people()), open.ids(), InstantSource.system());
    }

    /** Tells what happened to somebody. */
    public History history() {
        return new History(open.subscribers(), open.database().actLog());
    }

    /**
     * What came of an act.
     *
     * @throws CommandFailure when it was not allowed
     */
    public static <T> T done(Answer<T> answer) {
        return answer.orElseThrow(missing -> new CommandFailure("This is not allowed here (" + missing + ")."));
    }
}
