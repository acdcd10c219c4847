package org.clubpost.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Operators;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.files.FileMails;
import org.clubpost.local.files.OwnerOnlyFile;
import org.clubpost.local.lambda.InboundEvents;
import org.clubpost.local.sqlite.DatabaseHead;
import org.clubpost.local.sqlite.OpenFailure;
import org.clubpost.local.sqlite.SqliteDatabase;

/**
 * An open data directory: the lists, people and posts in it, the mails, and the secrets. Several processes may have one
 * open at the same time, the service among them. Whoever may read the files may use them; there is no other way in.
 */
public final class LocalData implements AutoCloseable {

    private static final String DOMAIN = "domain";
    private static final String PUBLIC_URL = "public-url";
    private static final String OPERATOR = "operator";
    private static final String LARGEST_MAIL = "largest-mail";

    private final DataLayout layout;
    private final SqliteDatabase database;
    private final InstallationSecrets secrets;

    private LocalData(DataLayout layout, SqliteDatabase database, InstallationSecrets secrets) {
        this.layout = layout;
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * Opens the data of a service, whether it runs or not.
     *
     * @throws UnusableData when there is none, or it cannot be used
     */
    public static LocalData open(Path directory) throws UnusableData {
        var layout = new DataLayout(directory);
        if (Files.isDirectory(directory) && !Files.isExecutable(directory)) {
            throw new UnusableData("The data in " + directory + " belongs to another user.");
        }
        check(layout);
        if (!Files.exists(layout.database())) {
            throw new UnusableData("There is no data of Clubpost in " + directory
                    + ". Make some with: ./clubpost start, or name another directory with --data.");
        }
        try {
            return open(layout, LocalSecrets.read(layout.secrets()));
        } catch (AccessDeniedException e) {
            throw new UnusableData("The data in " + directory + " belongs to another user.", e);
        } catch (IOException e) {
            throw new UnusableData("The secrets in " + layout.secrets() + " cannot be read. If the file is lost, take"
                    + " the one of a backup: every link that was ever sent depends on it.", e);
        }
    }

    /** Opens what is there, and makes what is not. For the service, which has the directory to itself. */
    static LocalData make(DataLayout layout, RandomGenerator random) throws UnusableData, IOException {
        check(layout);
        if (Files.exists(layout.database()) && !Files.exists(layout.secrets())) {
            throw new UnusableData("There is a database in " + layout.root() + ", but its secrets are missing ("
                    + layout.secrets().getFileName()
                    + "). Take them from a backup: without them no link that was ever sent works.");
        }
        return open(layout, LocalSecrets.open(layout.secrets(), random));
    }

    /**
     * Changes nothing.
     *
     * @throws UnusableData when the directory holds something that must not be opened
     */
    static void check(DataLayout layout) throws UnusableData {
        if (Files.exists(layout.unfinishedRestore())) {
            throw new UnusableData("A restore into " + layout.root()
                    + " broke off. Empty the directory and restore again, or name another one with --data.");
        }
        if (Files.isDirectory(layout.oldTable()) && !Files.exists(layout.database())) {
            throw new UnusableData("The data in " + layout.root() + " is of a version before SQLite. Nothing in it was"
                    + " changed. Take it along in two steps, which docs/operations.md (\"Data of an older version\")"
                    + " tells: export-all with the version of the tag before-sqlite, and then here: ./clubpost restore"
                    + " FILE --data NEW-DIR");
        }
        try {
            if (hasLostItsDatabase(layout)) {
                throw new UnusableData("The database " + layout.database() + " is missing or empty, and there is other"
                        + " data. The way back is the latest backup: ./clubpost restore FILE --data NEW-DIR");
            }
        } catch (IOException e) {
            throw new UnusableData("The database " + layout.database() + " cannot be read. Are you the user who started"
                    + " the service?", e);
        }
    }

    /**
     * Nothing that a first start makes before its database is there. So a database without tables, or none at all, is
     * what somebody or a fault left of one.
     */
    private static boolean hasLostItsDatabase(DataLayout layout) throws IOException {
        if (!Files.exists(layout.events()) && !Files.exists(layout.mail())) {
            return false;
        }
        if (!Files.exists(layout.database())) {
            return true;
        }
        var log = layout.database().resolveSibling(layout.database().getFileName() + "-wal");
        return Files.size(layout.database()) == 0 || ((!Files.exists(log) || Files.size(log) == 0)
                && DatabaseHead.read(layout.database()).filter(head -> head.version() == 0).isPresent());
    }

    private static LocalData open(DataLayout layout, InstallationSecrets secrets) throws UnusableData {
        try {
            return new LocalData(layout, SqliteDatabase.open(layout.database(), InstantSource.system()), secrets);
        } catch (OpenFailure e) {
            throw new UnusableData(switch (e.reason()) {
                case DAMAGED -> "The database " + layout.database() + " is damaged. ./clubpost check --data "
                        + layout.root() + " tells how much; the way back is the latest backup: ./clubpost restore FILE"
                        + " --data NEW-DIR";
                case NEWER -> "A newer version of Clubpost has used the data in " + layout.root()
                        + ". Use that version, or restore a backup that this one made.";
                case UNUSABLE -> "The database " + layout.database() + " cannot be opened (" + e.getMessage()
                        + "). Are you the user who started the service, and is there room on the disk?";
            }, e);
        }
    }

    /** Where everything is. */
    public DataLayout layout() {
        return layout;
    }

    /** The lists, people and posts. */
    public SqliteDatabase database() {
        return database;
    }

    /** The mails, as they came and as they go out. */
    public FileMails mails() {
        return new FileMails(layout.mail());
    }

    /**
     * Has the service look at a mail that came in: the one that runs, within seconds, or the next one.
     *
     * @throws org.clubpost.core.UnavailableException when that cannot be noted
     */
    public void takeIn(MailKey mail) {
        InboundEvents.ask(layout.events(), mail);
    }

    /** The keys. */
    public InstallationSecrets secrets() {
        return secrets;
    }

    /** Gives the signing keys of the moment: a rotated file is taken up within a second. */
    LiveKeys signing() {
        return new LiveKeys(layout.secrets(), secrets.signing(), InstantSource.system());
    }

    /**
     * Adds a signing key and makes it the one that signs. All keys of before go on verifying. A service that runs takes
     * it up by itself; it is the only one that signs and verifies, so both can happen at once.
     *
     * @param random must be cryptographically strong
     * @return the secrets as they are now
     * @throws IOException when they cannot be read or written; then they are as they were
     */
    public static InstallationSecrets rotate(DataLayout layout, RandomGenerator random, LocalDate today)
            throws IOException {
        var rotated = LocalSecrets.read(layout.secrets()).withNewKey(random, today).withNewestCurrent();
        OwnerOnlyFile.write(layout.secrets(), rotated.text());
        return rotated;
    }

    /** The domain of the lists' addresses; empty before the first start. */
    public Optional<String> domain() {
        return database.fact(DOMAIN);
    }

    /** What stands before every link in a mail, as of the latest start. */
    public Optional<URI> publicUrl() {
        return database.fact(PUBLIC_URL).map(URI::create);
    }

    /** The address of whoever runs the service, as of the latest start that named one. */
    public Optional<EmailAddress> operator() {
        return database.fact(OPERATOR).flatMap(EmailAddress::parse);
    }

    /** Those who get mail that is for whoever runs the service. */
    public Operators operators() {
        return new Operators(operator().stream().toList(), database.lists(), database.listMakers());
    }

    /** Notes the address of whoever runs the service. */
    void rememberOperator(EmailAddress address) {
        if (!operator().equals(Optional.of(address))) {
            database.remember(OPERATOR, address.written());
        }
    }

    /** The size in octets of the largest mail that the way out takes, as it said last; empty when it said none. */
    public OptionalLong largestMail() {
        var known = database.fact(LARGEST_MAIL).map(Long::parseLong).orElse(Long.MAX_VALUE);
        return known == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /** Notes what the way out says of sizes ({@link org.clubpost.core.outbox.Outbox#largest}). */
    void rememberLargestMail(long octets) {
        if (octets != largestMail().orElse(Long.MAX_VALUE)) {
            database.remember(LARGEST_MAIL, Long.toString(octets));
        }
    }

    /** Notes how the service is started. */
    void remember(String domain, URI publicUrl) {
        if (!domain().equals(Optional.of(domain))) {
            database.remember(DOMAIN, domain);
        }
        if (!publicUrl().equals(Optional.of(publicUrl))) {
            database.remember(PUBLIC_URL, publicUrl.toString());
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            // Nothing is lost: every change was on the disk when its method returned.
            System.getLogger(LocalData.class.getName()).log(System.Logger.Level.WARNING, "close outcome=fault", e);
        }
    }
}
