package org.clubpost.core.owners;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Gathered;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Tells the owners what was gathered: all that is due for a list in one letter, or in several when many mails belong to
 * it. To be called again and again. News are removed once they were told. An owner who has the letter does not get it
 * again when another one's is not taken. If this dies between a letter and the note that it went out, or runs twice at
 * the same time, one owner may get a letter twice; nothing is forgotten.
 */
public final class SendGathered {

    /** How many news one call looks at, so that it ends in time; the others wait for the next. */
    private static final int MOST = 500;
    /** Longer than the same letter is tried. */
    private static final RateLimits.Limit ONCE = new RateLimits.Limit(RateLimits.Kind.GATHERED_LETTER, 1,
            Duration.ofDays(30));
    /** How many mails one letter has with it. */
    private static final int MAILS_IN_A_LETTER = 20;
    /** How many octets of mails one letter has with it: what SES takes, encoded, and some room. */
    private static final long OCTETS_IN_A_LETTER = 6L << 20;

    private final Lists lists;
    private final Stored stored;
    private final GatheredNews news;
    private final Way way;
    private final InstantSource clock;

    /**
     * What the news are about.
     *
     * @param subscribers who joined
     * @param posts what waits
     * @param mails the mails of posts
     */
    public record Stored(Subscribers subscribers, Posts posts, PostMails mails) {}

    /**
     * How owners are reached, and what they can do.
     *
     * @param notices the way to them
     * @param links what decides about a held post
     * @param limits remembers which owner has which letter
     */
    public record Way(Notices notices, DecisionLinks links, RateLimits limits) {}

    /** Tells these news. */
    public SendGathered(Lists lists, Stored stored, GatheredNews news, Way way, InstantSource clock) {
        this.lists = lists;
        this.stored = stored;
        this.news = news;
        this.way = way;
        this.clock = clock;
    }

    /**
     * Tells what is due. A list whose letter cannot be sent keeps no other list waiting.
     *
     * @return the number of letters that went out
     * @throws UnavailableException when some failed; the next call sends them
     */
    public int run() {
        var byList = new LinkedHashMap<ListId, List<News>>();
        for (var each : news.due(clock.instant(), MOST)) {
            byList.computeIfAbsent(each.list(), _ -> new ArrayList<>()).add(each);
        }
        var letters = 0;
        var failed = false;
        for (var ofList : byList.entrySet()) {
            try {
                letters += tell(ofList.getKey(), ofList.getValue());
            } catch (UnavailableException e) {
                failed = true;
            }
        }
        if (failed) {
            throw new UnavailableException("some owners could not be told");
        }
        return letters;
    }

    private int tell(ListId id, List<News> due) {
        var list = lists.find(id);
        if (list.isEmpty()) {
            news.remove(due);
            return 0;
        }
        var letters = 0;
        var letter = new Draft(list.get());
        for (var each : due) {
            if (letter.isFull()) {
                letters += send(letter);
                letter = new Draft(list.get());
            }
            letter.add(each);
        }
        return letters + send(letter);
    }

    private int send(Draft letter) {
        var filled = letter.content();
        if (!filled.isEmpty()) {
            var people = letter.list.people();
            for (var owner : people.deciders()) {
                var shown = people.isOnlyModerator(owner) ? filled.forModerators() : filled;
                if (!shown.isEmpty()) {
                    send(letter, owner, shown);
                }
            }
        }
        news.remove(letter.told);
        return filled.isEmpty() ? 0 : 1;
    }

    /** When another owner's mail is not taken, those who have the letter do not get it again at each attempt. */
    private void send(Draft letter, EmailAddress owner, Gathered.Content filled) {
        var key = way.links().ids().digest("letter " + letter.list.id() + " " + owner.compared() + " " + letter.told);
        if (!way.limits().isReached(ONCE, key, clock.instant())) {
            way.notices().send(new Gathered(letter.list, owner,
                    filled.deciding(link -> way.links().links().sentTo(owner, link))));
            way.limits().allow(ONCE, key, clock.instant());
        }
    }

    /** A letter that is being put together. */
    private final class Draft {

        private final MailingList list;
        private final List<News> told = new ArrayList<>();
        private final List<Person> joined = new ArrayList<>();
        private final List<Gathered.Leaver> left = new ArrayList<>();
        private final List<Gathered.Applicant> applicants = new ArrayList<>();
        private final List<Gathered.Waiting> held = new ArrayList<>();
        private final List<Gathered.Waiting> stillHeld = new ArrayList<>();
        private final List<Gathered.Mail> mails = new ArrayList<>();
        private final List<Post.Headline> expired = new ArrayList<>();
        private final List<Gathered.Fate> fates = new ArrayList<>();
        private long octets;

        private Draft(MailingList list) {
            this.list = list;
        }

        private boolean isFull() {
            return held.size() + stillHeld.size() + mails.size() >= MAILS_IN_A_LETTER || octets >= OCTETS_IN_A_LETTER;
        }

        private Gathered.Content content() {
            return new Gathered.Content(joined, left, applicants, held, stillHeld, mails, expired, fates);
        }

        private void add(News each) {
            told.add(each);
            switch (each.kind()) {
                case JOINED -> member(each).ifPresent(joined::add);
                case LEFT -> leaver(each).ifPresent(this::add);
                case APPLIED -> applicant(each).ifPresent(applicants::add);
                case HELD -> waiting(each).ifPresent(held::add);
                case STILL_HELD -> waiting(each).ifPresent(stillHeld::add);
                case FOR_OWNERS -> post(each).flatMap(this::mail).ifPresent(mails::add);
                case DOUBTED -> addFate(each, Gathered.Fate.What.DOUBTED);
                case ARRIVES -> addFate(each, Gathered.Fate.What.ARRIVES);
                case STOPPED -> addFate(each, Gathered.Fate.What.STOPPED);
                case COMPLAINED -> addFate(each, Gathered.Fate.What.COMPLAINED);
                case GIVEN_UP -> addFate(each, Gathered.Fate.What.GIVEN_UP);
                case EXPIRED -> post(each).map(Post::headline).ifPresent(expired::add);
            }
        }

        /** Of somebody who was erased in the meantime nothing is told. */
        private void addFate(News each, Gathered.Fate.What what) {
            stored.subscribers().find(list.id(), each.member()).flatMap(found -> found.subscriber().whom())
                    .map(person -> new Gathered.Fate(person, what, each.reason())).filter(fate -> !fates.contains(fate))
                    .ifPresent(fates::add);
        }

        private Optional<Person> member(News each) {
            return stored.subscribers().find(list.id(), new SubscriberId(each.about()))
                    .filter(found -> found.subscriber() instanceof Subscriber.Confirmed)
                    .flatMap(found -> found.subscriber().whom());
        }

        /** Whoever came back in the meantime did not leave. */
        private Optional<Gathered.Leaver> leaver(News each) {
            return stored.subscribers().find(list.id(), new SubscriberId(each.about()))
                    .flatMap(found -> found.subscriber().left())
                    .map(member -> new Gathered.Leaver(member.person(), member.reason()));
        }

        /** Who left twice in the same time left once. */
        private void add(Gathered.Leaver leaver) {
            if (!left.contains(leaver)) {
                left.add(leaver);
            }
        }

        /** Whoever was decided about in the meantime is no news any more. */
        private Optional<Gathered.Applicant> applicant(News each) {
            var links = way.links().links();
            return stored.subscribers().find(list.id(), new SubscriberId(each.about()))
                    .filter(found -> found.subscriber() instanceof Subscriber.Applied)
                    .map(found -> (Subscriber.Applied) found.subscriber())
                    .map(waits -> new Gathered.Applicant(waits.person(), waits.at(),
                            links.letIn(list.id(), waits.id(), waits.at()),
                            links.refuse(list.id(), waits.id(), waits.at())));
        }

        private Optional<Post> post(News each) {
            return stored.posts().find(new PostId(each.about())).filter(post -> post.list().equals(list.id()));
        }

        /** A post about which somebody decided in the meantime is no news any more. */
        private Optional<Gathered.Waiting> waiting(News each) {
            return post(each).flatMap(post -> post.state() instanceof PostState.Held held && isOpen(held, post)
                    ? mail(post).map(mail -> new Gathered.Waiting(mail, held.reason(), post.parties().audience(),
                            way.links().links().moderate(way.links().send(post.id())),
                            way.links().links().moderate(way.links().refuse(post.id())), held.until()))
                    : Optional.empty());
        }

        private boolean isOpen(PostState.Held held, Post post) {
            return clock.instant().isBefore(held.until()) && held.decider() == PostState.Held.Decider.OWNERS
                    && held.links().contains(way.links().send(post.id()).digest());
        }

        private Optional<Gathered.Mail> mail(Post post) {
            return stored.mails().find(list, post).map(mail -> {
                var fits = octets + mail.content().sizeBytes() <= OCTETS_IN_A_LETTER;
                octets += fits ? mail.content().sizeBytes() : 0;
                return new Gathered.Mail(post.id().storedAt(), fits ? mail : mail.unseen());
            });
        }
    }
}
