package org.clubpost.function.admin;

import java.util.List;
import java.util.stream.Stream;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.core.admin.EditMember;
import org.clubpost.core.admin.HandIn;
import org.clubpost.core.admin.History;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.SearchLog;
import org.clubpost.core.admin.SteerPosts;
import org.clubpost.core.admin.TendBounces;
import org.clubpost.core.admin.UndoImport;
import org.clubpost.core.subscription.Invite;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.ShowKey;
import org.clubpost.function.admin.api.ShowOpenApi;
import org.clubpost.function.admin.api.held.DecideHeld;
import org.clubpost.function.admin.api.held.ListHeld;
import org.clubpost.function.admin.api.held.ShowHeld;
import org.clubpost.function.admin.api.imports.BeginImport;
import org.clubpost.function.admin.api.imports.GoOnImport;
import org.clubpost.function.admin.api.imports.LookAtImport;
import org.clubpost.function.admin.api.imports.ShowImportResult;
import org.clubpost.function.admin.api.imports.TakeImportBack;
import org.clubpost.function.admin.api.lists.ChangeListSettings;
import org.clubpost.function.admin.api.lists.CopySettings;
import org.clubpost.function.admin.api.lists.DeleteList;
import org.clubpost.function.admin.api.lists.ListDeleted;
import org.clubpost.function.admin.api.lists.ListLists;
import org.clubpost.function.admin.api.lists.MakeList;
import org.clubpost.function.admin.api.lists.RestoreList;
import org.clubpost.function.admin.api.lists.ShowList;
import org.clubpost.function.admin.api.lists.ShowSettings;
import org.clubpost.function.admin.api.log.MemberHistory;
import org.clubpost.function.admin.api.log.ShowLog;
import org.clubpost.function.admin.api.log.UndoEntry;
import org.clubpost.function.admin.api.members.AddMember;
import org.clubpost.function.admin.api.members.AnswerApplicant;
import org.clubpost.function.admin.api.members.ChangeMember;
import org.clubpost.function.admin.api.members.Done;
import org.clubpost.function.admin.api.members.EraseMember;
import org.clubpost.function.admin.api.members.Known;
import org.clubpost.function.admin.api.members.ListMembers;
import org.clubpost.function.admin.api.members.ReleaseMember;
import org.clubpost.function.admin.api.members.RemoveMember;
import org.clubpost.function.admin.api.members.RestoreMember;
import org.clubpost.function.admin.api.members.SearchMembers;
import org.clubpost.function.admin.api.members.ShowMember;
import org.clubpost.function.admin.api.people.OfferRole;
import org.clubpost.function.admin.api.people.ShowPeople;
import org.clubpost.function.admin.api.people.TakeRole;
import org.clubpost.function.admin.api.people.WithdrawOffer;
import org.clubpost.function.admin.api.posts.FindPost;
import org.clubpost.function.admin.api.posts.ListPosts;
import org.clubpost.function.admin.api.posts.PostFailures;
import org.clubpost.function.admin.api.posts.ShowPost;
import org.clubpost.function.admin.api.posts.SteerPost;
import org.clubpost.function.admin.api.posts.WritePost;
import org.clubpost.function.admin.mails.StoredPosts;
import org.clubpost.function.admin.members.LatestEntry;
import org.clubpost.function.admin.waiting.Decisions;

/**
 * What programs can ask for: a line an operation.
 *
 * @param parts what they are made of
 * @param shared what the rooms use too
 * @param decisions about posts that wait
 */
record ApiTable(FunctionParts parts, Shared shared, Decisions decisions) {

    /** The operations. */
    List<Operation> all() {
        return Stream.of(lists(), people(), members(), imports(), posts(), log()).flatMap(List::stream).toList();
    }

    private List<Operation> lists() {
        var database = parts.database();
        var change = new ChangeSettings(database.lists(), database.actLog(), parts.clock());
        var delete = shared.delete();
        return List.of(new ShowOpenApi(), new ShowKey(), new ListLists(database.lists()),
                new MakeList(shared.make(), database.lists()), new ShowList(), new DeleteList(delete),
                new ListDeleted(delete), new RestoreList(delete), new ShowSettings(), new ChangeListSettings(change),
                new CopySettings(database.lists(), change));
    }

    private List<Operation> people() {
        var appoint = shared.appoint();
        return List.of(new ShowPeople(appoint), new OfferRole(appoint), new TakeRole(appoint),
                new WithdrawOffer(appoint));
    }

    private List<Operation> imports() {
        var steps = shared.steps();
        return List.of(new LookAtImport(steps), new BeginImport(steps), new GoOnImport(steps),
                new ShowImportResult(shared.results(), parts.ids()), new TakeImportBack(
                        new UndoImport(parts.database().subscribers(), parts.database().actLog(), parts.clock()),
                        parts.clock()));
    }

    private List<Operation> members() {
        var database = parts.database();
        var ids = parts.ids();
        var known = new Known(database.subscribers());
        var done = new Done(new LatestEntry(database.actLog()));
        var keep = shared.keep();
        var edit = new EditMember(database.subscribers(), database.memberTexts(), ids, database.actLog(),
                parts.clock());
        var invite = new InvitePeople(
                new Invite(database.subscribers(), database.signUpRequests(), database.rateLimits(), ids));
        var bounces = new TendBounces(database.subscribers(), database.bounces(), database.noteTasks(), ids,
                database.actLog(), parts.clock());
        var applicants = new AnswerApplicants(database.subscribers(), ids, database.noteTasks(), parts.clock());
        return List.of(new ListMembers(database.directory()), new SearchMembers(database.directory()),
                new AddMember(keep, invite, ids, done), new ShowMember(known, edit, database.bounces()),
                new ChangeMember(known, edit, done), new RemoveMember(known, keep, done),
                new MemberHistory(new History(database.subscribers(), database.actLog())),
                new RestoreMember(known, keep, done), new ReleaseMember(known, bounces, done, false),
                new ReleaseMember(known, bounces, done, true), new AnswerApplicant(known, applicants, done, true),
                new AnswerApplicant(known, applicants, done, false), new EraseMember(known, shared.eraser()));
    }

    private List<Operation> posts() {
        var database = parts.database();
        var stored = new StoredPosts(database.posts(), parts.mails(), parts.links());
        var found = new FindPost(stored);
        var steer = new SteerPosts(database.lists(), database.posts(), database.ranges(), parts.clock());
        return Stream.of(
                List.<Operation>of(new ListPosts(database.posts()), new WritePost(new HandIn(parts.inbox())),
                        new ShowPost(found, database.ranges(), database.returns()),
                        new PostFailures(found, database.ranges(), database.subscribers())),
                Stream.of(SteerPost.Wish.values()).<Operation>map(wish -> new SteerPost(found, steer, wish)).toList(),
                List.<Operation>of(new ListHeld(decisions), new ShowHeld(found, stored)),
                Stream.of(Decisions.Wish.values()).<Operation>map(wish -> new DecideHeld(found, decisions, wish))
                        .toList())
                .flatMap(List::stream).toList();
    }

    private List<Operation> log() {
        var log = parts.database().actLog();
        return List.of(new ShowLog(new SearchLog(log)), new UndoEntry(shared.undo(), log));
    }
}
