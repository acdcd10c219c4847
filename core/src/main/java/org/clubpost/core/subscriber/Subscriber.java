package org.clubpost.core.subscriber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.PersonName;
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
     * Somebody asked for this address to join; nobody has proved to read its mail yet.
     *
     * @param list the list
     * @param person who would join
     * @param links the confirmation links that are good for it, newest last, at most {@value #MAX_LINKS}: each mail's
     *         link works
     * @param form which form it was
     * @param wording SHA-256 of the text that the form showed, in hexadecimal
     * @param requested the latest request
     * @param expiresAt from then on this request counts as gone; the table may still hold it for days
     * @param past what is known from before the request. Of a former member nothing may be lost when the request
     *         expires: such a request is never removed by the table itself
     */
    record Pending(ListId list, Person person, List<TokenDigest> links, String form, String wording, Origin requested,
            Instant expiresAt, Past past) implements Subscriber {

        /**
         * How many mails to one address may be under way, each with a link that works. As many as the form can cause
         * within the day that a link works by default, so that nobody can make the link in somebody else's mail useless
         * by asking again.
         */
        public static final int MAX_LINKS = 8;

        /** What is known of somebody from before the request. */
        public sealed interface Past {

            /** Nothing. */
            record Stranger() implements Past {}

            /**
             * Was a member and left: an import must not bring them back, even though somebody filled in the form for
             * them.
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

        /** Copies the links. */
        public Pending {
            links = List.copyOf(links);
        }

        /** Whether the time to confirm is over. */
        public boolean isExpired(Instant now) {
            return !now.isBefore(expiresAt);
        }

        /** Those links and one more, without the oldest when they are too many. */
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
     * @param consent by what right
     * @param since when the membership began
     * @param greeted whether the welcome mail and the owners' notice were handed over; false only between the
     *         confirmation and that moment
     * @param settings what the member wants of the list's mail
     */
    record Confirmed(ListId list, Person person, Consent consent, Instant since, boolean greeted,
            MemberSettings settings) implements Subscriber {

        /** A member with the {@linkplain MemberSettings#DEFAULT usual} settings. */
        public Confirmed(ListId list, Person person, Consent consent, Instant since, boolean greeted) {
            this(list, person, consent, since, greeted, MemberSettings.DEFAULT);
        }

        /** This member, greeted. */
        public Confirmed asGreeted() {
            return new Confirmed(list, person, consent, since, true, settings);
        }

        /** This member with other settings. */
        public Confirmed with(MemberSettings changed) {
            return new Confirmed(list, person, consent, since, greeted, changed);
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
            return new Confirmed(list, changed, consent, since, greeted, settings);
        }
    }

    /**
     * Was a member and left. Kept, so that an import does not bring back who left.
     *
     * @param list the list
     * @param person who left
     * @param consent the consent that had been given
     * @param at when the membership ended
     * @param way how
     */
    record Left(ListId list, Person person, Consent consent, Instant at, LeaveWay way) implements Subscriber {}

    /**
     * Must not be written to.
     *
     * @param list the list
     * @param person whom not to write to
     * @param reason why, in words for the owner
     * @param at since when
     */
    record Suppressed(ListId list, Person person, String reason, Instant at) implements Subscriber {}
}
