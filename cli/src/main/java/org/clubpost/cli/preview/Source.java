package org.clubpost.cli.preview;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.DataAtRest;
import org.clubpost.local.RunningService;
import org.clubpost.local.StartFailure;
import org.clubpost.local.storage.LocalClients;
import org.clubpost.local.storage.LocalSecrets;

/** Where the list, its members and the keys behind the links come from. */
interface Source extends AutoCloseable {

    /** The list of that name. */
    MailingList list(ListId id);

    /** Whether there is a list of that name. */
    boolean isList(ListId id);

    /** The member with that address, if there is one. */
    Optional<Subscriber.Confirmed> member(MailingList list, EmailAddress address);

    /** Makes the links for that list. */
    PublicLinks links(MailingList list);

    /** Makes the keys of people. */
    SubscriberIds ids();

    /** The ids of copies that have gone out. */
    SentIds sentIds();

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
        public boolean isList(ListId id) {
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
            };
        }

        @Override
        public void close() {}
    }

    /**
     * What lies in a data directory, whether a service runs on it or not.
     *
     * @param table the ports
     * @param secrets the keys
     * @param url what stands before every link, if a service runs
     * @param connection what has to be closed at the end
     */
    record OfData(DynamoTable table, InstallationSecrets secrets, Optional<URI> url, AutoCloseable connection)
            implements
                Source {

        /** Asks the service that runs there; if none runs, looks at the data itself. */
        static OfData in(Path data) {
            try {
                var service = RunningService.find(data);
                if (service.isPresent()) {
                    var client = LocalClients.table(service.get().table());
                    return new OfData(new DynamoTable(client, LocalClients.TABLE), LocalSecrets.read(data),
                            service.map(RunningService::publicUrl), client);
                }
                var rest = DataAtRest.open(data).orElseThrow(() -> new CommandFailure("There is no data of Clubpost in "
                        + data + ". Name its directory with --data, or give the list's settings with --list-file."));
                return new OfData(rest.table(), LocalSecrets.read(data), Optional.empty(), rest);
            } catch (StartFailure failure) {
                throw new CommandFailure(String.valueOf(failure.getMessage()));
            } catch (IOException e) {
                throw new CommandFailure(
                        "The data in " + data + " cannot be read. Are you the user who started the service?");
            }
        }

        @Override
        public MailingList list(ListId id) {
            return table.lists().find(id).orElseThrow(() -> new CommandFailure("There is no list \"" + id
                    + "\". There is: " + table.lists().all().stream().map(list -> list.id().value())
                            .collect(Collectors.joining(", "))));
        }

        @Override
        public boolean isList(ListId id) {
            return table.lists().find(id).isPresent();
        }

        @Override
        public Optional<Subscriber.Confirmed> member(MailingList list, EmailAddress address) {
            return table.subscribers().find(list.id(), ids().of(address))
                    .flatMap(stored -> stored.subscriber() instanceof Subscriber.Confirmed confirmed
                            ? Optional.of(confirmed)
                            : Optional.empty());
        }

        @Override
        public PublicLinks links(MailingList list) {
            return new PublicLinks(url.orElseGet(() -> URI.create("https://" + list.domain())),
                    new MembershipTokens(secrets.signing()));
        }

        @Override
        public SubscriberIds ids() {
            return new SubscriberIds(secrets.installation());
        }

        @Override
        public SentIds sentIds() {
            return table.sentIds();
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (Exception e) {
                throw new IllegalStateException("the data does not close", e);
            }
        }
    }
}
