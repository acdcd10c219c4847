package org.clubpost.core.subscriber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;

/** One address on one list, in one of four states. Only {@link Confirmed} gets mail from the list. */
public sealed interface Subscriber {

    /** The list. */
    ListId list();

    /** The person. */
    Person person();

    /** The person's key. */
    default SubscriberId id() {
        return person().id();
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
     * @param expiresAt when this request begins to count as gone; the table may keep it for days after that
     * @param past what is known from before the request. What is known of a former member must not be lost when the
     *         request expires, so the table never removes such a request by itself
     * @param earlier what the links before the newest were sent for. A link that is good and not here stands for the
     *         latest request
     */
    record Pending(ListId list, Person person, List<TokenDigest> links, String form, String wording, Origin requested,
            Instant expiresAt, Past past, List<LinkedRequest> earlier) implements Subscriber {

        /**
         * How many mails to one address may be under way, each with a link that works. The form can cause as many
         * within a day, the time for which a link works by default. So nobody can make the link in somebody else's mail
         * useless by asking again.
         */
        public static final int MAX_LINKS = 8;

        /** What is known of somebody from before the request. */
        public sealed interface Past {

            /** Nothing. */
            record Stranger() implements Past {}

            /**
             * The person was a member and left. An import must not bring them back, even though somebody filled in the
             * form for them.
             *
             * @param left how it stood before the request
             */
            record FormerMember(Left left) implements Past {}
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
                            wording, requested));
        }

        /** The same, with what that link was sent for in place of the latest request. */
        public Pending as(TokenDigest link) {
            var asked = request(link);
            return new Pending(list, new Person(person.id(), asked.address(), asked.name(), asked.language()), links,
                    asked.form(), asked.wording(), asked.requested(), expiresAt, past, earlier);
        }

        /** The same with another past. */
        public Pending with(Past changed) {
            return new Pending(list, person, links, form, wording, requested, expiresAt, changed, earlier);
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
     * A member.
     *
     * @param list the list
     * @param person the member
     * @param consent what entitles us to write to them
     * @param since when the membership began
     * @param greeted whether the welcome mail and the owners' notice were handed over; false only from the confirmation
     *         until then
     * @param settings what the member wants of the list's mail
     * @param groups the groups that the member is in
     */
    record Confirmed(ListId list, Person person, Consent consent, Instant since, boolean greeted,
            MemberSettings settings, Set<GroupName> groups) implements Subscriber {

        /** A member in no group, with the {@linkplain MemberSettings#DEFAULT usual} settings. */
        public Confirmed(ListId list, Person person, Consent consent, Instant since, boolean greeted) {
            this(list, person, consent, since, greeted, MemberSettings.DEFAULT, Set.of());
        }

        /** Copies the groups. */
        public Confirmed {
            groups = Set.copyOf(groups);
        }

        /** This member, greeted. */
        public Confirmed asGreeted() {
            return new Confirmed(list, person, consent, since, true, settings, groups);
        }

        /** This member with other settings. */
        public Confirmed with(MemberSettings changed) {
            return new Confirmed(list, person, consent, since, greeted, changed, groups);
        }

        /** This member in these groups, and in no other. */
        public Confirmed in(Set<GroupName> changed) {
            return new Confirmed(list, person, consent, since, greeted, settings, changed);
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
            return new Confirmed(list, changed, consent, since, greeted, settings, groups);
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
     */
    record Left(ListId list, Person person, Consent consent, Instant at, LeaveWay way,
            WayBack back) implements Subscriber {

        /** Somebody for whom no link leads back. */
        public Left(ListId list, Person person, Consent consent, Instant at, LeaveWay way) {
            this(list, person, consent, at, way, new WayBack.Closed());
        }

        /** That member, gone. Whoever leaves by their own act can come back; not so when an owner took them off. */
        public static Left of(Confirmed member, Instant at, LeaveWay way) {
            return new Left(member.list(), member.person(), member.consent(), at, way, way == LeaveWay.OWNER
                    ? new WayBack.Closed()
                    : new WayBack.Open(member.since(), member.settings(), member.groups(), false));
        }

        /** The same, with another way back. */
        public Left with(WayBack changed) {
            return new Left(list, person, consent, at, way, changed);
        }

        /** When the link in the goodbye mail ends to work. */
        public Instant backUntil() {
            return at.plus(WayBack.OPEN_FOR);
        }

        /** The membership as it was; empty when no link leads back to it, or none does any more. */
        public Optional<Confirmed> asBefore(Instant now) {
            return switch (back) {
                case WayBack.Open(var since, var settings, var groups, _) when now.isBefore(backUntil()) ->
                    Optional.of(new Confirmed(list, person, consent, since, true, settings, groups));
                case WayBack.Open _,WayBack.Closed _ -> Optional.empty();
            };
        }
    }

    /**
     * Somebody who must not be written to.
     *
     * @param list the list
     * @param person the person
     * @param reason why, in words for the owner
     * @param at since when
     */
    record Suppressed(ListId list, Person person, String reason, Instant at) implements Subscriber {}
}
