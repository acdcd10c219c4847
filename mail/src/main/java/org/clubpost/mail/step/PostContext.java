package org.clubpost.mail.step;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.text.ListTexts;

/**
 * What the steps know besides the mail.
 *
 * @param list the list that the post goes to
 * @param links where the list's pages are
 * @param originals for each copy that the mail refers to, the post that it was a copy of: Message-IDs without angle
 *         brackets
 * @param arrival when the post came, its number, and whom it is for
 * @param passage how the copies travel
 */
public record PostContext(MailingList list, PublicLinks links, Map<String, String> originals, Arrival arrival,
        Passage passage) {

    /**
     * What matters of the way that the copies take.
     *
     * @param reached the authors whom later posts reach, because they are members
     * @param keepsIds whether the copies arrive with the Message-ID that we give them; SES puts its own in its place
     */
    public record Passage(Set<EmailAddress> reached, boolean keepsIds) {

        /** By SES, to people of whom nothing is known. */
        public static final Passage UNKNOWN = new Passage(Set.of(), false);

        /** Copies the set. */
        public Passage {
            reached = Set.copyOf(reached);
        }
    }

    /**
     * What tells a post from others of its list.
     *
     * @param at when it was received
     * @param number its number, if the list numbers its posts; otherwise it means nothing
     * @param audience which of the list's members it is for
     */
    public record Arrival(Instant at, long number, Audience audience) {

        /** The arrival that is used when a mail is only tried: the first post of a list, at the beginning of 2026. */
        public static final Arrival SAMPLE = new Arrival(Instant.parse("2026-01-01T00:00:00Z"), 1);

        /** The arrival of a post for everyone. */
        public Arrival(Instant at, long number) {
            this(at, number, Audience.everyone());
        }
    }

    /** Copies the map. */
    public PostContext {
        originals = Map.copyOf(originals);
    }

    /** A context in which nothing is known of the copies' way. */
    public PostContext(MailingList list, PublicLinks links, Map<String, String> originals, Arrival arrival) {
        this(list, links, originals, arrival, Passage.UNKNOWN);
    }

    /** A context to try a mail in: no copy is remembered. */
    public PostContext(MailingList list, PublicLinks links) {
        this(list, links, Map.of(), Arrival.SAMPLE);
    }

    /** The addresses that a post for the same members is sent to, with the list's name. */
    List<Mailbox> audience() {
        return list.addresses(arrival.audience()).stream()
                .map(address -> new Mailbox(list.profile().name(), address)).toList();
    }

    /**
     * The same for readers of that language, as far as words of ours are concerned. A footer that the owners wrote is
     * theirs in every language.
     */
    public PostContext in(Locale language) {
        return new PostContext(list.with(list.profile().withLanguage(language)), links, originals, arrival, passage);
    }

    /** The words of the list's language. */
    ListTexts texts() {
        return ListTexts.of(list.profile().language());
    }
}
