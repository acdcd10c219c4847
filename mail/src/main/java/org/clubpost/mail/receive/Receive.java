package org.clubpost.mail.receive;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.clubpost.core.Deadline;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.StoredMail;
import org.clubpost.mail.route.Handling;
import org.clubpost.mail.route.Routed;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Surroundings;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.token.PersonalLinks;

/**
 * Takes in a mail that lies in the store. It makes a post of the mail, reads it once, has it routed by what it is, and
 * has the decision carried out. Safe for use by many threads.
 *
 * <p>May be called any number of times for the same mail: the mail's place and time make the post's id, and the post's
 * state says what is left to do. A post moves on only after the work that belongs to its state is done. The prepared
 * mail is stored before the post is sending, and the author of a rejected mail is told before it is rejected. If the
 * run is killed in between, that work is done again. At worst a notice is sent twice; it never stays unsent.
 *
 * <p>A mail on which this fails three times, by a fault of ours, by taking too long or by ending the process, is set
 * aside. A failure of the world, such as a full disk, does not count.
 */
public final class Receive {

    /**
     * How much of the processor's time one mail may take. The largest mails take a few seconds. It is less than the
     * timeout of the receive function in {@code template.yaml}, so that a mail which takes longer is known for it.
     */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final Reception.Stores stores;
    private final Plan plan;
    private final Routes routes;
    private final PersonalLinks links;
    private final CarryOut carryOut;
    private final InstantSource clock;

    /** What became of the mail. Holds nothing of the mail itself, so it can be logged. */
    public sealed interface Outcome {

        /**
         * Nothing lies there, or what lies there is not a mail to a list. An example is the notice that SES leaves when
         * a receipt rule is made.
         */
        record NoMail() implements Outcome {}

        /**
         * The mail was for a list that does not exist. It is kept.
         *
         * @param list the name
         */
        record UnknownList(ListId list) implements Outcome {}

        /**
         * It was taken in.
         *
         * @param list the list
         * @param post the post that stands for it in the table
         * @param fate what became of it
         * @param rule the rule or the route that decided; empty when nothing was against a post or nothing was to be
         *         decided
         * @param isChecked whether the receiving side wrote what it found on top of the mail; without that, nothing is
         *         proven of anybody
         */
        record Taken(ListId list, PostId post, Fate fate, String rule, boolean isChecked) implements Outcome {

            /** A mail that was checked, or that was not looked at again. */
            public Taken(ListId list, PostId post, Fate fate, String rule) {
                this(list, post, fate, rule, true);
            }
        }
    }

    /** {@link Reception} makes it. */
    Receive(Reception.Stores stores, Plan plan, Surroundings surroundings, CarryOut carryOut, InstantSource clock) {
        this.stores = stores;
        this.plan = plan;
        this.routes = Routes.of(surroundings);
        this.links = new PersonalLinks(surroundings.links());
        this.carryOut = carryOut;
        this.clock = clock;
    }

    /** The lists that it takes mails in for. */
    Lists lists() {
        return stores.lists();
    }

    /**
     * Takes in the mail that lies there.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome receive(MailKey key) {
        if (key.inboundList().isEmpty()) {
            return new Outcome.NoMail();
        }
        var list = key.inboundList().get();
        return stores.mails().find(key).map(stored -> receive(list, key, stored)).orElseGet(Outcome.NoMail::new);
    }

    private Outcome receive(ListId name, MailKey key, StoredMail stored) {
        var id = PostId.of(stored.storedAt(), key);
        var fresh = Post.unread(id, name, key).with(new PostState.Received().begun(clock.instant()));
        return goOn(stores.posts().create(fresh) ? fresh : stores.posts().find(id).orElse(fresh), stored);
    }

    /**
     * Goes on with a post that stayed received or whose people were not told, as it is now. The post's own id counts,
     * and not the time at which the mail in the store was written: that is another one when the mail was copied.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome takeUp(PostId id) {
        return stores.posts().find(id).map(this::takeUp).orElseGet(Outcome.NoMail::new);
    }

    private Outcome takeUp(Post post) {
        var stored = stores.mails().find(post.mail());
        if (post.state() instanceof PostState.Received) {
            if (stored.isEmpty()) {
                return putAway(post, Reason.Cause.MAIL_GONE);
            }
            if (hasLaterPost(post, stored.get())) {
                return putAway(post, Reason.Cause.STORED_AGAIN);
            }
        }
        return stored.map(mail -> goOn(post, mail)).orElseGet(Outcome.NoMail::new);
    }

    private boolean hasLaterPost(Post post, StoredMail stored) {
        var latest = PostId.of(stored.storedAt(), post.mail());
        return latest.compareTo(post.id()) > 0 && stores.posts().find(latest).isPresent();
    }

    private Outcome putAway(Post post, Reason.Cause cause) {
        var reason = Reason.of(cause);
        new Discard(stores.posts()).unread(post, reason);
        return taken(post, new Fate.Discarded(reason));
    }

    private static Outcome taken(Post post, Fate fate) {
        return new Outcome.Taken(post.list(), post.id(), fate, "");
    }

    private Outcome goOn(Post post, StoredMail stored) {
        var settled = taken(post, new Fate.Settled());
        return switch (post.state()) {
            case PostState.Received received -> attempt(post, received, stored);
            case PostState.Held held when !held.told() -> route(post, stored);
            case PostState.Sending _ -> {
                plan.resume(post.id());
                yield taken(post, new Fate.Resumed());
            }
            case PostState.Held _ -> settled;
            case PostState.Rejected _ -> settled;
            case PostState.Discarded _ -> settled;
            case PostState.Waiting _ -> settled;
            case PostState.Paused _ -> settled;
            case PostState.Parked _ -> settled;
            case PostState.Resumed _ -> settled;
            case PostState.Cancelled _ -> settled;
            case PostState.Done _ -> settled;
        };
    }

    /**
     * Tries to take the mail in. That it is tried is noted before, so that a mail which ends the process is known for
     * it afterwards.
     */
    private Outcome attempt(Post post, PostState.Received received, StoredMail stored) {
        var begun = post.with(received.begun(clock.instant()));
        if (!begun.equals(post) && !stores.posts().replace(post, begun)) {
            return taken(post, new Fate.Settled());
        }
        if (begun.state() instanceof PostState.Received tried && tried.isSetAside()) {
            return taken(post, new Fate.SetAside());
        }
        try {
            return Deadline.within(LONGEST, () -> route(begun, stored));
        } catch (UnavailableException world) {
            end(begun, PostState.Received::brokenOff, world);
            throw world;
        } catch (RuntimeException | Error fault) {
            end(begun, PostState.Received::failed, fault);
            throw fault;
        }
    }

    /** Notes how the attempt ended. Where that cannot be noted, the note that it began stays, and tells of it later. */
    private void end(Post begun, UnaryOperator<PostState.Received> ended, Throwable why) {
        try {
            stores.posts().find(begun.id()).filter(post -> post.state().equals(begun.state()))
                    .ifPresent(post -> stores.posts().replace(post,
                            post.with(ended.apply((PostState.Received) post.state()))));
        } catch (RuntimeException unnoted) {
            why.addSuppressed(unnoted);
        }
    }

    private Outcome route(Post post, StoredMail stored) {
        var list = stores.lists().find(post.list());
        if (list.isEmpty()) {
            stores.deleted().apply(post.list()).ifPresentOrElse(gone -> answer(gone, post, stored),
                    () -> new Discard(stores.posts()).unread(post, Reason.of(Reason.Cause.NO_LIST)));
            return new Outcome.UnknownList(post.list());
        }
        var mail = ReceivedMail.read(list.get(), post, stored, links, stores.lists());
        var routed = routes.route(mail.incoming());
        if (post.state() instanceof PostState.Received) {
            besides(mail);
        }
        return new Outcome.Taken(post.list(), post.id(), carryOut.carryOut(handling(post, routed), mail),
                routed.decider(), mail.incoming().block().isPresent());
    }

    /**
     * A mail to a list that was deleted goes to nobody. A proven author of what would be a post is told, once a day; what
     * a program sent, or nobody proves, has no answer.
     */
    private void answer(MailingList gone, Post post, StoredMail stored) {
        var mail = ReceivedMail.read(gone, post, stored, links, stores.lists());
        var reason = Reason.of(Reason.Cause.LIST_DELETED);
        var isPost = routes.route(mail.incoming()).handling() instanceof Handling.Judged(var verdict)
                && !(verdict instanceof Verdict.Discard);
        carryOut.carryOut(isPost ? Verdict.refused(mail.incoming(), reason) : new Verdict.Discard(reason), mail);
    }

    /**
     * Does what the list's other addresses ask for, if the mail was sent to several. It comes before the post's state
     * changes, so a run that dies has it done again: at worst the owners get the mail twice.
     */
    private void besides(ReceivedMail mail) {
        for (var role : mail.incoming().to().besides()) {
            carryOut.besides(routes.route(mail.incoming().as(role)).handling(), mail);
        }
    }

    /** A post that may have been sent before a restore goes out again only when a person says so. */
    private static Handling handling(Post post, Routed routed) {
        return isRestored(post) && routed.handling() instanceof Handling.Judged(Verdict.Relay _)
                ? new Handling.Judged(new Verdict.Hold(Reason.of(Reason.Cause.RESTORED)))
                : routed.handling();
    }

    private static boolean isRestored(Post post) {
        return post.state() instanceof PostState.Held held && held.reason().cause() == Reason.Cause.RESTORED;
    }
}
