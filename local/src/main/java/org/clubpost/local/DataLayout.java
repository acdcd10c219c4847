package org.clubpost.local;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where things are in a data directory.
 *
 * @param root the directory
 */
public record DataLayout(Path root) {

    private static final Set<String> OURS = Set.of("lock", "table", "bucket", "mailbox", "events", "mail", "uploads",
            "clubpost.db", "clubpost.db-wal", "clubpost.db-shm", "clubpost.db-journal", "secrets.properties",
            "service.properties", "pages.key", "restore-unfinished");
    private static final String LOG = "clubpost.log";

    /** Whether the service puts something of that name into the directory. */
    public static boolean isOurs(String name) {
        return OURS.contains(name) || name.startsWith(LOG);
    }

    /** The database, and beside it the files in which SQLite keeps what is new. */
    public Path database() {
        return root.resolve("clubpost.db");
    }

    /** The mails, as they came and as they go out. */
    public Path mail() {
        return root.resolve("mail");
    }

    /** Large files that browsers sent, for a day. They are not part of a backup. */
    public Path uploads() {
        return root.resolve("uploads");
    }

    /** The mails that are still to be taken in. */
    public Path events() {
        return root.resolve("events");
    }

    /** The secrets of the installation. */
    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** What opens the owner's pages on this machine. It is not part of a backup: the next start makes another one. */
    public Path pageKey() {
        return root.resolve("pages.key");
    }

    /** The built-in mailbox. */
    public Path mailbox() {
        return root.resolve("mailbox").resolve("mails");
    }

    /** Where the parts of the service that runs are. */
    public Path service() {
        return root.resolve("service.properties");
    }

    /** The log. */
    public Path log() {
        return root.resolve(LOG);
    }

    /** Locked while a service runs. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** There while a restore is at work, and when one broke off. */
    public Path unfinishedRestore() {
        return root.resolve("restore-unfinished");
    }

    /** The table of the versions before SQLite. */
    public Path oldTable() {
        return root.resolve("table");
    }
}
