package org.clubpost.mail.command.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Subscribers;

/** Where the commands of one mail are carried out. Serves one thread. */
public final class Desk {

    /** So many entries of a person's history are looked at. */
    private static final int MOST = 20;
    /** So many entries of the list's log are looked at: more than one mail makes. */
    private static final int MOST_OF_LIST = 100;

    private final Tools tools;
    private final MailingList list;
    private final Actor.Owner actor;
    private final Instant since;
    private final Set<EntryId> told = new HashSet<>();

    /**
     * What commands work with.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param posts their posts
     * @param log what was done
     * @param members changes members
     * @param applicants answers those who wait for the owners
     * @param invite invites people
     * @param undo takes acts back
     * @param moderate decides about held posts
     * @param links what decides about them
     * @param clock the time
     */
    public record Tools(Lists lists, Subscribers subscribers, Posts posts, ActLog log, KeepMembers members,
            AnswerApplicants applicants, InvitePeople invite, Undo undo, Supplier<Moderate> moderate,
            DecisionLinks links, InstantSource clock) {}

    /**
     * A desk for the commands of a mail.
     *
     * @param actor who sent it, whose address is proven
     * @param since when the mail came in. What the actor did since then, it did
     */
    public Desk(Tools tools, MailingList list, Actor.Owner actor, Instant since) {
        this.tools = tools;
        this.list = list;
        this.actor = actor;
        this.since = since;
    }

    Tools tools() {
        return tools;
    }

    MailingList list() {
        return list;
    }

    Actor.Owner actor() {
        return actor;
    }

    Instant since() {
        return since;
    }

    Instant now() {
        return tools.clock().instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), list.dispatch().zone());
    }

    boolean mayPauseUntil(LocalDate day) {
        return MemberSettings.mayPauseUntil(day, now(), list.dispatch().zone());
    }

    /** Whether the role of whoever sent the mail includes that. */
    boolean may(Permission permission) {
        return Role.may(actor, list, permission);
    }

    /** What there is to say of an answer. */
    <T> CommandResult answered(Answer<T> answer, Function<T, CommandResult> said) {
        return switch (answer) {
            case Answer.Allowed<T>(var value) -> said.apply(value);
            case Answer.Denied<T> _ -> new CommandResult.Told(CommandResult.Word.NOT_ALLOWED, "");
        };
    }

    /**
     * The entry in which the log has that this mail did that to somebody, if no line was told of it yet. A line whose
     * act is there already was carried out before a process died.
     */
    Optional<EntryId> done(EmailAddress address, Act act) {
        var person = tools.links().ids().of(address);
        var entry = tools.log().of(list.id(), person, Optional.empty(), MOST, now()).reversed().stream()
                .filter(each -> each.act() == act && isOfThisMail(each) && !told.contains(each.id()))
                .map(LogEntry::id).findFirst();
        entry.ifPresent(told::add);
        return entry;
    }

    /** Whether this mail did that with a post. */
    boolean isDone(PostId post, Act act) {
        return ofList().anyMatch(each -> each.act() == act && each.about().equals(new About.OnePost(post)));
    }

    /** Whether this mail undid that act. */
    boolean isUndone(EntryId id) {
        return ofList().anyMatch(each -> each.undoes().equals(Optional.of(id)));
    }

    private Stream<LogEntry> ofList() {
        return tools.log().of(list.id(), Optional.empty(), MOST_OF_LIST, now()).stream().filter(this::isOfThisMail);
    }

    private boolean isOfThisMail(LogEntry entry) {
        return entry.actor().equals(actor) && !entry.time().isBefore(since);
    }
}
