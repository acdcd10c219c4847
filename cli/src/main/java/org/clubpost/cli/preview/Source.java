package org.clubpost.cli.preview;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.LocalData;
import org.clubpost.local.UnusableData;

/** Where the list, its members and the keys behind the links come from. */
interface Source extends AutoCloseable {

    /** The list of that name. */
    MailingList list(ListId id);

    /** Whether the address is one of another list. */
    boolean isOurs(MailingList list, EmailAddress address);

    /** The member with that address, if there is one. */
    Optional<Subscriber.Confirmed> member(MailingList list, EmailAddress address);

    /** Makes the links for that list. */
    PublicLinks links(MailingList list);

    /** Makes the keys of people. */
    SubscriberIds ids();

    /** The ids of copies that have gone out. */
    SentIds sentIds();

    /**
     * Whether copies arrive with the Message-ID that they leave with: from a data directory they go to the mailbox or to a
     * relay, which keep it. A list in a file is shown as SES would send to it.
     */
    default boolean keepsMessageIds() {
        return false;
    }

    @Override
    void close();

    /** A list that a file describes. It has no members, and the links to it lead nowhere. */
    record OfFile(SettingsFile file) implements Source {

        private static final SecretKeySpec KEY = new SecretKeySpec(
                "known to everybody, for previews".getBytes(US_ASCII),
                "HmacSHA256");

        @Override
        public MailingList list(ListId id) {
            return file.read(id);
        }

        @Override
        public boolean isOurs(MailingList list, EmailAddress address) {
            return false;
        }

        @Override
        public Optional<Subscriber.Confirmed> member(MailingList list, EmailAddress address) {
            return Optional.empty();
        }

        @Override
        public PublicLinks links(MailingList list) {
            return new PublicLinks(URI.create("https://" + list.domain()),
                    new MembershipTokens(new SigningKeys(1, Map.of(1, KEY))));
        }

        @Override
        public SubscriberIds ids() {
            return new SubscriberIds(KEY);
        }

        @Override
        public SentIds sentIds() {
            return new SentIds() {

                @Override
                public void remember(Collection<SentId> ids, Instant now) {
                    throw new UnsupportedOperationException("a preview sends nothing");
                }

                @Override
                public Map<String, String> originals(Collection<String> sent) {
                    return Map.of();
                }

                @Override
                public Optional<SentId.Copy> copy(String sent) {
                    return Optional.empty();
                }
            };
        }

        @Override
        public void close() {}
    }

    /**
     * What lies in a data directory, whether a service runs on it or not.
     *
     * @param data the directory, open
     */
    record OfData(LocalData data) implements Source {

        static OfData in(Path directory) {
            try {
                return new OfData(LocalData.open(directory));
            } catch (UnusableData e) {
                throw new CommandFailure(
                        e.reason() + " Without a data directory, give the list's settings with --list-file.");
            }
        }

        @Override
        public MailingList list(ListId id) {
            return data.database().lists().find(id).orElseThrow(() -> new CommandFailure("There is no list \"" + id
                    + "\". There is: " + data.database().lists().all().stream().map(list -> list.id().value())
                            .collect(Collectors.joining(", "))));
        }

        @Override
        public boolean isOurs(MailingList list, EmailAddress address) {
            return ListAddress.find(address, list.domain(), data.database().lists()).isPresent();
        }

        @Override
        public Optional<Subscriber.Confirmed> member(MailingList list, EmailAddress address) {
            return data.database().subscribers().find(list.id(), ids().of(address))
                    .flatMap(stored -> stored.subscriber() instanceof Subscriber.Confirmed confirmed
                            ? Optional.of(confirmed)
                            : Optional.empty());
        }

        @Override
        public PublicLinks links(MailingList list) {
            return new PublicLinks(data.publicUrl().orElseGet(() -> URI.create("https://" + list.domain())),
                    new MembershipTokens(data.secrets().signing()));
        }

        @Override
        public SubscriberIds ids() {
            return new SubscriberIds(data.secrets().installation());
        }

        @Override
        public SentIds sentIds() {
            return data.database().sentIds();
        }

        @Override
        public boolean keepsMessageIds() {
            return true;
        }

        @Override
        public void close() {
            data.close();
        }
    }
}
