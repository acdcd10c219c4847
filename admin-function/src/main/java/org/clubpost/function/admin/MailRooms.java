package org.clubpost.function.admin;

import java.util.List;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.admin.HandIn;
import org.clubpost.core.admin.KnowSenders;
import org.clubpost.core.admin.RunLists;
import org.clubpost.core.admin.SteerPosts;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.moderation.Drop;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.mails.FileRoom;
import org.clubpost.function.admin.mails.PageRoom;
import org.clubpost.function.admin.mails.StoredPosts;
import org.clubpost.function.admin.members.LatestEntry;
import org.clubpost.function.admin.posts.Copies;
import org.clubpost.function.admin.posts.CopyRoom;
import org.clubpost.function.admin.posts.PostRoom;
import org.clubpost.function.admin.posts.PostsRoom;
import org.clubpost.function.admin.waiting.ApplicantsRoom;
import org.clubpost.function.admin.waiting.Decisions;
import org.clubpost.function.admin.waiting.HeldRoom;
import org.clubpost.function.admin.waiting.WaitingRoom;
import org.clubpost.function.admin.write.FilesRoom;
import org.clubpost.function.admin.write.Sheets;
import org.clubpost.function.admin.write.TestCopy;
import org.clubpost.function.admin.write.WriteRoom;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.prepare.Reach;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Reception;
import org.clubpost.notices.CommonsEmailNotices;

/**
 * The rooms that are about mails, and what they need. What takes a mail in and sends it is made when somebody decides,
 * because it asks for more keys and ways than a page does.
 *
 * @param parts what it is made of
 */
record MailRooms(FunctionParts parts) {

    /** The rooms, in the order of the navigation. */
    List<Room> all() {
        var database = parts.database();
        var stored = new StoredPosts(database.posts(), parts.mails(), parts.links());
        var decisions = decisions();
        var sheets = new Sheets(parts::uploads, parts.publicUrl(), parts.random());
        return List.of(new WriteRoom(new HandIn(parts.inbox()), test(), sheets), new FilesRoom(sheets),
                new WaitingRoom(decisions),
                new ApplicantsRoom(database.directory(), new AnswerApplicants(database.subscribers(), parts.ids(),
                        database.noteTasks(), parts.clock())),
                new HeldRoom(stored, decisions, new LatestEntry(database.actLog())), new PageRoom(stored),
                new FileRoom(stored),
                new PostsRoom(database.posts(), database.ranges()),
                new PostRoom(stored, database.desk(),
                        new SteerPosts(database.lists(), database.posts(), database.ranges(), parts.clock())),
                new CopyRoom(stored, new Copies(parts.mails(), database.subscribers(), parts.ids(),
                        parts.publicUrl())));
    }

    private TestCopy test() {
        return new TestCopy(new ListPreparation(parts.links(), parts.database().sentIds()), parts::outbox,
                parts.publicUrl());
    }

    /** What may be decided about posts that wait. */
    Decisions decisions() {
        var database = parts.database();
        return new Decisions(database.posts(), this::moderate, new DecisionLinks(parts.ids(), parts.links()),
                new Drop(database.posts(), parts.clock()),
                new KnowSenders(new RunLists(database.lists(), database.actLog())));
    }

    private Moderate moderate() {
        var database = parts.database();
        return reception().moderate(new Control(database.posts(), database.ranges(), parts.clock()));
    }

    private Reception reception() {
        var database = parts.database();
        var notices = new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random());
        var people = new Tell.Way(notices, database.rateLimits(), new CancelLinks(parts.ids(), parts.links()),
                parts.owners(notices));
        return new Reception(
                new Reception.Stores(database.lists(), database.subscribers(), database.posts(), parts.mails(),
                        database.seenMails(), database.recentMails(), database.signUpRequests(),
                        database.wordings(), database.funnel()),
                new Reception.Ways(new Plan(database.lists(), database.posts(), database.ranges(), parts.queue()),
                        new Tell(database.posts(), database.ranges(), database.subscribers(), people,
                                parts.clock()),
                        people, () -> parts.outbox().largest(), parts.cameBack()),
                new Secrets(parts.ids(), parts.links(), parts.random()),
                Preparation.rewriting(new ListPreparation(parts.links(), database.sentIds(), database.postNumbers(),
                        Reach.of(database.subscribers(), parts.ids()), parts.outbox().keepsMessageIds())),
                new Reception.Office(database.ranges(), database.actLog(), database.noteTasks(),
                        database.memberTexts()),
                parts.clock());
    }
}
