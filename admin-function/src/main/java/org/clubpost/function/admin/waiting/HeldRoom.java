package org.clubpost.function.admin.waiting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.Headlines;
import org.clubpost.function.admin.mails.MailModel;
import org.clubpost.function.admin.mails.StoredPosts;
import org.clubpost.function.admin.members.LatestEntry;
import org.clubpost.function.admin.waiting.Decisions.Result;
import org.clubpost.function.admin.waiting.Decisions.Wish;
import org.clubpost.function.admin.waiting.Decisions.Word;
import org.clubpost.function.admin.words.Words;
import org.clubpost.mail.verdict.Sender;

/**
 * {@code /rooms/LIST/waiting/POST}: one held post, to be read and decided about. The next one comes at once.
 *
 * @param posts the posts and their mails
 * @param decisions what may be decided
 * @param latest finds what was just done
 */
public record HeldRoom(StoredPosts posts, Decisions decisions, LatestEntry latest) implements Room {

    /** The field that says what follows for all mails of the author: {@value #ALLOW} or {@value #SHUT_OUT}. */
    private static final String ALWAYS = "always";
    private static final String ALLOW = "allow";
    private static final String SHUT_OUT = "never";
    private static final KnownFields FIELDS = new KnownFields(Map.of(WaitingRoom.WISH, 10, ALWAYS, 10,
            Refusals.SENTENCE, 20, Refusals.OWN, Refusals.MOST, MailModel.WHOLE, 3), false);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("waiting", RoomPath.ANY);
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.DECIDE_POSTS);
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return posts.find(visit).map(post -> post.state() instanceof PostState.Held held && Decisions.waits(post,
                visit.now()) ? shown(visit, post, held) : settled(visit)).orElseGet(RoomAnswer::notFound);
    }

    /** Somebody else was quicker, or has to decide. */
    private static RoomAnswer settled(RoomVisit visit) {
        return RoomAnswer.page(HeldRoom.class, "message", visit.words().text("waiting.settled.title"),
                Map.of("paragraphs", List.of(visit.words().text("waiting.settled.text")), "ways",
                        List.of(Map.of("href", visit.room("posts", visit.piece(0)), "label",
                                visit.words().text("waiting.settled.post")),
                                Map.of("href", visit.room("waiting"), "label",
                                        visit.words().text("waiting.back")))));
    }

    private RoomAnswer shown(RoomVisit visit, Post post, PostState.Held held) {
        var words = visit.words();
        var opened = posts.open(visit.list(), post);
        var id = post.id().value();
        var model = new HashMap<String, Object>();
        model.putAll(opened.map(mail -> MailModel.of(visit, mail.view(), visit.room("posts", id, "page"),
                visit.room("posts", id, "file"))).orElseGet(MailModel::gone));
        model.put("author", Headlines.author(words, post));
        model.put("proof", opened.map(mail -> proof(words, mail.sender())).orElse(""));
        model.put("received", words.time(post.id().storedAt(), visit.zone()));
        model.put("reason", words.reason(held.reason()));
        model.put("until", words.time(held.until(), visit.zone()));
        model.put("audience", Headlines.audience(words, post));
        model.put("fields", Field.shown(Refusals.fields(visit)));
        model.put("back", visit.room("waiting"));
        var sender = opened.flatMap(mail -> sender(mail.sender())).filter(_ -> visit.may(Permission.CHANGE_LIST));
        model.put("sender", sender.map(address -> always(visit, address)).stream().toList());
        return RoomAnswer.page(this, "held", Headlines.subject(words, post), model).with(HttpAnswer::withOurFrames);
    }

    /** What can be said once for all mails of that author; empty for those who decide themselves. */
    private static Map<String, Object> always(RoomVisit visit, EmailAddress address) {
        var list = visit.list();
        var isOfOurs = list.people().deciders().contains(address);
        return Map.of("address", address.written(), "canAllow",
                !isOfOurs && !list.people().posters().contains(address), "canShutOut", !isOfOurs, "opens",
                list.posting().policy() == PostingPolicy.OWNERS && !list.people().posters().isEmpty(), "allowed",
                list.people().posters().stream().map(EmailAddress::written).collect(Collectors.joining(", ")));
    }

    private static Optional<EmailAddress> sender(Sender sender) {
        return switch (sender) {
            case Sender.Proven(var address) -> Optional.of(address);
            case Sender.Claimed(var address) -> Optional.of(address);
            case Sender.Nobody _ -> Optional.empty();
        };
    }

    private static String proof(Words words, Sender sender) {
        return switch (sender) {
            case Sender.Proven(var address) ->
                words.text("waiting.proof.proven", Map.of("domain", address.domain()));
            case Sender.Claimed(var address) ->
                words.text("waiting.proof.claimed", Map.of("domain", address.domain()));
            case Sender.Nobody _ -> words.text("waiting.proof.nobody");
        };
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var wish = Wish.parse(visit.text(WaitingRoom.WISH));
        var post = posts.find(visit);
        if (post.isEmpty() || wish.isEmpty()) {
            return show(visit);
        }
        var result = decisions.carryOut(visit.actor(), visit.list(), post.get().id(), wish.get(),
                Refusals.reason(visit));
        var followed = followed(visit, post.get(), result);
        var said = Stream.of(said(visit.words(), result), followed).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        if (result.word() == Word.CANNOT) {
            return show(visit).withProblem(409, said);
        }
        // What was decided for all times can be taken back; a mail that went out cannot.
        var undo = followed.isEmpty() ? Optional.<EntryId>empty() : latest.of(visit, Act.LIST_CHANGED);
        return RoomAnswer.done(next(visit), new Notice(said, undo));
    }

    private String next(RoomVisit visit) {
        return decisions.waiting(visit.list(), visit.now(), 1).stream().findFirst()
                .map(post -> visit.room("waiting", post.id().value())).orElseGet(() -> visit.room("waiting"));
    }

    private static String said(Words words, Result result) {
        var said = words.text(WaitingRoom.name(result.word()), Map.of("count", 1));
        return result.why().map(why -> said + " " + words.reason(why)).orElse(said);
    }

    /** What was wanted for all mails of the author, once the decision about this one is done. */
    private String followed(RoomVisit visit, Post post, Result result) {
        var always = visit.text(ALWAYS);
        if (always.isEmpty() || result.word() == Word.SETTLED || result.word() == Word.CANNOT) {
            return "";
        }
        return posts.open(visit.list(), post).flatMap(mail -> sender(mail.sender()))
                .map(address -> followed(visit, always, address)).orElse("");
    }

    private String followed(RoomVisit visit, String always, EmailAddress address) {
        var said = Map.of("address", address.written());
        return switch (always) {
            case ALLOW -> Decisions.isDone(decisions.senders().allow(visit.actor(), visit.list().id(), address))
                    ? visit.words().text("waiting.did.allow", said)
                    : "";
            case SHUT_OUT -> Decisions.isDone(decisions.senders().shutOut(visit.actor(), visit.list().id(), address))
                    ? visit.words().text("waiting.did.never", said)
                    : "";
            default -> "";
        };
    }
}
