package org.clubpost.core.subscriber;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;

/** One address on one list, in one of several states. Only {@link Confirmed} gets mail from the list. */
public sealed interface Subscriber {

    /** The list. */
    ListId list();

    /** The key of the address. */
    SubscriberId id();

    /** A state in which we know whose address it is. */
    sealed interface Known extends Subscriber {

        /** The person. */
        Person person();

        @Override
        default SubscriberId id() {
            return person().id();
        }
    }

    /** What is left of a membership. A new request keeps it, and whatever becomes of the request can bring it back. */
    sealed interface Gone extends Subscriber {

        /**
         * Whether an owner may not simply bring the person back: it was their own wish, mail does not reach them, or we do
         * not know them any more.
         */
        default boolean staysAway() {
            return !(this instanceof Removed);
        }

        /** When the membership ended, or went elsewhere. */
        Instant at();
    }

    /** What is left of a membership, as long as we know whose it was. */
    sealed interface Former extends Known, Gone {

        /** The consent that had been given. */
        Consent consent();
    }

    /** The person, where one is known. */
    default Optional<Person> whom() {
        return this instanceof Known known ? Optional.of(known.person()) : Optional.empty();
    }

    /** What is left of a membership that ended: this itself, or what a request keeps from before it. */
    default Optional<Gone> ended() {
        return switch (this) {
            case Gone gone -> Optional.of(gone);
            case Pending request -> request.past().ended();
            case Applied applied -> applied.past().ended();
            case Confirmed _ -> Optional.empty();
        };
    }

    /** The same as far as we know whose membership it was. */
    default Optional<Former> former() {
        return ended().filter(Former.class::isInstance).map(Former.class::cast);
    }

    /** The leave of somebody who is not back, also when a request has come on top of it. */
    default Optional<Left> left() {
        return ended().filter(Left.class::isInstance).map(Left.class::cast);
    }

    /** The same with that as what is {@linkplain #ended left of a membership}. A member stays one. */
    default Subscriber withEnded(Gone changed) {
        return switch (this) {
            case Gone _ -> changed;
            case Pending request -> request.with(new Pending.Past.FormerMember(changed));
            case Applied applied -> applied.with(new Pending.Past.FormerMember(changed));
            case Confirmed member -> member;
        };
    }

    /**
     * Somebody asked for this address to join, and nobody has proved yet that they read its mail. Several people may
     * have asked, each with a name and a language: what a link confirms is what its own mail was sent for.
     *
     * @param list the list
     * @param person the person who would join, as the latest request has it
     * @param links the confirmation links that are good for it, newest last, at most {@value #MAX_LINKS}; the link of
     *         each mail works
     * @param form which form the latest request was made with
     * @param wording SHA-256 of the text that this form showed, in hexadecimal
     * @param requested the latest request
     * @param expiresAt when its links end to work; a stranger's request is {@linkplain #keptUntil kept} a while longer
     * @param past what is known from before the request. What is known of a former member must not be lost when the
     *         request expires, so the table never removes such a request by itself
     * @param earlier what the links before the newest were sent for. A link that is good and not here stands for the
     *         latest request
     * @param mail SHA-256 of the words of the mail with the newest link, in hexadecimal; empty when it is not known
     */
    record Pending(ListId list, Person person, List<TokenDigest> links, String form, String wording, Origin requested,
            Instant expiresAt, Past past, List<LinkedRequest> earlier, String mail) implements Known {

        /**
         * How many mails to one address may be under way, each with a link that works. The form can cause as many
         * within the time for which a link works. So nobody can make the link in somebody else's mail
         * useless by asking again.
         */
        public static final int MAX_LINKS = 8;
        /** How long after its time a stranger's request is kept. */
        public static final Duration KEPT = Duration.ofDays(14);

        /** What is known of somebody from before the request. */
        public sealed interface Past {

            /** Whether an owner may not bring the person in. */
            default boolean staysAway() {
                return ended().filter(Gone::staysAway).isPresent();
            }

            /** What is left of a membership; empty when there was none. */
            default Optional<Gone> ended() {
                return switch (this) {
                    case Stranger _ -> Optional.empty();
                    case FormerMember former -> Optional.of(former.gone());
                };
            }

            /** Nothing. */
            record Stranger() implements Past {}

            /**
             * There was a membership. If the person ended it, an import must not bring them back, even though somebody
             * filled in the form for them.
             *
             * @param gone how it stood before the request
             */
            record FormerMember(Gone gone) implements Past {}
        }

        /** A stranger's request. */
        public Pending(ListId list, Person person, List<TokenDigest> links, String form, String wording,
                Origin requested, Instant expiresAt) {
            this(list, person, links, form, wording, requested, expiresAt, new Past.Stranger());
        }

        /** The only request. */
        public Pending(ListId list, Person person, List<TokenDigest> links, String form, String wording,
                Origin requested, Instant expiresAt, Past past) {
            this(list, person, links, form, wording, requested, expiresAt, past, List.of());
        }

        /** By a mail whose words are not known. */
        public Pending(ListId list, Person person, List<TokenDigest> links, String form, String wording,
                Origin requested, Instant expiresAt, Past past, List<LinkedRequest> earlier) {
            this(list, person, links, form, wording, requested, expiresAt, past, earlier, "");
        }

        /** Copies the links, and keeps no request whose link is good no more. */
        public Pending {
            var good = List.copyOf(links);
            links = good;
            earlier = earlier.stream().filter(request -> good.contains(request.link())).toList();
        }

        /** What each link was sent for, in the order of the links. */
        public List<LinkedRequest> requests() {
            return links.stream().map(this::request).toList();
        }

        private LinkedRequest request(TokenDigest link) {
            return earlier.stream().filter(request -> request.link().equals(link)).findFirst()
                    .orElseGet(() -> new LinkedRequest(link, person.address(), person.name(), person.language(), form,
                            wording, requested, mail));
        }

        /** The same, with what that link was sent for in place of the latest request. */
        public Pending as(TokenDigest link) {
            var asked = request(link);
            return new Pending(list, new Person(person.id(), asked.address(), asked.name(), asked.language()), links,
                    asked.form(), asked.wording(), asked.requested(), expiresAt, past, earlier, asked.mail());
        }

        /** The same with one more link, by a mail whose words are not known. */
        public Pending with(TokenDigest link) {
            return with(link, "");
        }

        /**
         * The same with one more link, which stands for the latest request as well.
         *
         * @param words SHA-256 of the words of the mail that has the link, in hexadecimal; empty when it is not known
         */
        public Pending with(TokenDigest link, String words) {
            return new Pending(list, person, adding(links, link), form, wording, requested, expiresAt, past,
                    requests(), words);
        }

        /** The same with another past. */
        public Pending with(Past changed) {
            return new Pending(list, person, links, form, wording, requested, expiresAt, changed, earlier, mail);
        }

        /**
         * Until when the request of a stranger is kept: whoever opens a link whose time is over can have a new one sent.
         */
        public Instant keptUntil() {
            return expiresAt.plus(KEPT);
        }

        /** Whether the time to confirm is over. */
        public boolean isExpired(Instant now) {
            return !now.isBefore(expiresAt);
        }

        /** Those links and one more, without the oldest when there are too many. */
        public static List<TokenDigest> adding(List<TokenDigest> links, TokenDigest link) {
            var all = new ArrayList<>(links);
            all.add(link);
            return List.copyOf(all.subList(Math.max(0, all.size() - MAX_LINKS), all.size()));
        }
    }

    /**
     * Somebody who has proved the address and waits for the owners to let them in.
     *
     * @param list the list
     * @param person the person who would join
     * @param consent what the person agreed to; it holds from the moment that they are let in
     * @param past what is known from before the request
     */
    record Applied(ListId list, Person person, Consent.DoubleOptIn consent, Pending.Past past) implements Known {

        /** The same with another past. */
        public Applied with(Pending.Past changed) {
            return new Applied(list, person, consent, changed);
        }

        /** Since when the person waits. */
        public Instant at() {
            return consent.confirmed().at();
        }
    }

    /**
     * A member.
     *
     * @param list the list
     * @param person the member
     * @param consent what entitles us to write to them
     * @param since when the membership began
     * @param greeted whether the welcome mail and the owners' notice were handed over, or the mail to somebody whom an
     *         owner added; false only from the confirmation, or the adding, until then
     * @param settings what the member wants of the list's mail
     * @param groups the groups that the member is in
     * @param moves the changes of the member's address on this list, oldest first
     * @param before what leads from here to another member, who had this address before and changed it
     */
    record Confirmed(ListId list, Person person, Consent consent, Instant since, boolean greeted,
            MemberSettings settings, Set<GroupName> groups, List<Move> moves,
            Optional<Moved> before) implements Known {

        /** A member whose address was nobody's else before. */
        public Confirmed(ListId list, Person person, Consent consent, Instant since, boolean greeted,
                MemberSettings settings, Set<GroupName> groups, List<Move> moves) {
            this(list, person, consent, since, greeted, settings, groups, moves, Optional.empty());
        }

        /** A member who never changed the address. */
        public Confirmed(ListId list, Person person, Consent consent, Instant since, boolean greeted,
                MemberSettings settings, Set<GroupName> groups) {
            this(list, person, consent, since, greeted, settings, groups, List.of());
        }

        /** A member in no group, with the {@linkplain MemberSettings#DEFAULT usual} settings. */
        public Confirmed(ListId list, Person person, Consent consent, Instant since, boolean greeted) {
            this(list, person, consent, since, greeted, MemberSettings.DEFAULT, Set.of());
        }

        /** Copies the groups and the moves. */
        public Confirmed {
            groups = Set.copyOf(groups);
            moves = List.copyOf(moves);
        }

        /** Whether an owner added the member, who is still to be told so by mail. */
        public boolean isToBeTold() {
            return !greeted && consent instanceof Consent.OwnersWord;
        }

        /** This member, greeted. */
        public Confirmed asGreeted() {
            return new Confirmed(list, person, consent, since, true, settings, groups, moves, before);
        }

        /** This member with other settings. */
        public Confirmed with(MemberSettings changed) {
            return new Confirmed(list, person, consent, since, greeted, changed, groups, moves, before);
        }

        /** This member in these groups, and in no other. */
        public Confirmed in(Set<GroupName> changed) {
            return new Confirmed(list, person, consent, since, greeted, settings, changed, moves, before);
        }

        /** This member by another name. */
        public Confirmed with(PersonName changed) {
            return with(new Person(person.id(), person.address(), changed, person.language()));
        }

        /** This member, written to in another language. */
        public Confirmed with(Locale language) {
            return with(new Person(person.id(), person.address(), person.name(), language));
        }

        private Confirmed with(Person changed) {
            return new Confirmed(list, changed, consent, since, greeted, settings, groups, moves, before);
        }

        /** This member, where another one was before who has another address now. */
        public Confirmed after(Optional<Moved> other) {
            return new Confirmed(list, person, consent, since, greeted, settings, groups, moves, other);
        }

        /**
         * This member with another address.
         *
         * @param changed the person with the new address
         * @param move the change
         * @param other what leads from the new address to another member
         */
        public Confirmed at(Person changed, Move move, Optional<Moved> other) {
            var all = new ArrayList<>(moves);
            all.add(move);
            return new Confirmed(list, changed, consent, since, greeted, settings, groups, all, other);
        }

        /** The key that the member had at that time. */
        public SubscriberId idAt(Instant time) {
            return moves.stream().filter(move -> time.isBefore(move.at())).findFirst().map(Move::from).orElse(id());
        }

        /** Whether the member had that key before. */
        public boolean had(SubscriberId key) {
            return moves.stream().anyMatch(move -> move.from().equals(key));
        }

        /** The keys that the member has or had. */
        public Set<SubscriberId> keys() {
            var keys = new HashSet<SubscriberId>(Set.of(id()));
            moves.forEach(move -> keys.add(move.from()));
            return keys;
        }

        /** What leads from the old key of this member, whose last change was just made, to the new one. */
        public Moved forwarding() {
            return new Moved(list, moves.getLast().from(), id(), moves.getLast().at());
        }
    }

    /**
     * Somebody who was a member and left. The record is kept, so that an import does not bring them back.
     *
     * @param list the list
     * @param person the person who left
     * @param consent the consent that had been given
     * @param at when the membership ended
     * @param way how
     * @param back whether the person can come back in one press
     * @param reason why, if the person chose to say it
     */
    record Left(ListId list, Person person, Consent consent, Instant at, LeaveWay way, WayBack back,
            Optional<LeaveReason> reason) implements Former {

        /** Somebody who gave no reason. */
        public Left(ListId list, Person person, Consent consent, Instant at, LeaveWay way, WayBack back) {
            this(list, person, consent, at, way, back, Optional.empty());
        }

        /** Somebody for whom no link leads back. */
        public Left(ListId list, Person person, Consent consent, Instant at, LeaveWay way) {
            this(list, person, consent, at, way, new WayBack.Closed());
        }

        /** That member, gone, who can come back. */
        public static Left of(Confirmed member, Instant at, LeaveWay way) {
            return new Left(member.list(), member.person(), member.consent(), at, way,
                    new WayBack.Open(member.since(), member.settings(), member.groups(), false, member.moves()));
        }

        /** The same, with that reason. */
        public Left because(LeaveReason chosen) {
            return new Left(list, person, consent, at, way, back, Optional.of(chosen));
        }

        /** The same, with another way back. */
        public Left with(WayBack changed) {
            return new Left(list, person, consent, at, way, changed, reason);
        }

        /** When the link in the goodbye mail ends to work. */
        public Instant backUntil() {
            return at.plus(WayBack.OPEN_FOR);
        }

        /** The membership as it was; empty when no link leads back to it, or none does any more. */
        public Optional<Confirmed> asBefore(Instant now) {
            return back.at(at, now).map(open -> open.membership(list, person, consent));
        }
    }

    /**
     * Somebody who was a member and was taken off by an owner. That is not the person's own will: it can be undone, and
     * an owner may bring the person in again.
     *
     * @param list the list
     * @param person the person who was taken off
     * @param consent the consent that had been given
     * @param at when
     * @param by who did it
     * @param back what the membership had besides, as long as it can be undone
     */
    record Removed(ListId list, Person person, Consent consent, Instant at, Actor by,
            WayBack back) implements Former {

        /** That member, taken off. */
        public static Removed of(Confirmed member, Instant at, Actor by) {
            return new Removed(member.list(), member.person(), member.consent(), at, by,
                    new WayBack.Open(member.since(), member.settings(), member.groups(), true, member.moves()));
        }

        /** The same, with another way back. */
        public Removed with(WayBack changed) {
            return new Removed(list, person, consent, at, by, changed);
        }

        /** The membership as it was; empty when the time to undo it is over. */
        public Optional<Confirmed> asBefore(Instant now) {
            return back.at(at, now).map(open -> open.membership(list, person, consent));
        }
    }

    /**
     * A member has another address now, and this is where the old one leads. Links that were made for the old address
     * work for the member.
     *
     * @param list the list
     * @param id the key of the old address
     * @param to the key of the address that it was changed to; there may be another change from there
     * @param at when
     */
    record Moved(ListId list, SubscriberId id, SubscriberId to, Instant at) implements Gone {}

    /**
     * Somebody of whom nothing is left but the key, so that an import does not bring the address back by accident.
     *
     * @param list the list
     * @param id the key of the address
     * @param at since when
     * @param way why
     */
    record Forgotten(ListId list, SubscriberId id, Instant at, ForgetWay way) implements Gone {}

    /**
     * Somebody who was a member and is not written to any more, because mail comes back or the person complained. It is
     * not kept from them for good: what the membership had can be given back, however late.
     *
     * @param list the list
     * @param person the person
     * @param consent the consent that had been given
     * @param why why
     * @param at since when
     * @param kept what the membership had besides
     */
    record Suppressed(ListId list, Person person, Consent consent, Stopped why, Instant at,
            WayBack.Open kept) implements Former {

        /** That member, not written to any more. */
        public static Suppressed of(Confirmed member, Instant at, Stopped why) {
            return new Suppressed(member.list(), member.person(), member.consent(), why, at,
                    new WayBack.Open(member.since(), member.settings(), member.groups(), true, member.moves()));
        }

        /** The membership as it was. */
        public Confirmed asBefore() {
            return kept.membership(list, person, consent);
        }

        /** The membership as it was, of the same person who signed up again, not greeted yet. */
        public Confirmed again(Person now, Consent given) {
            return new Confirmed(list, now, given, kept.since(), false, kept.settings(), kept.groups(), kept.moves());
        }
    }
}
