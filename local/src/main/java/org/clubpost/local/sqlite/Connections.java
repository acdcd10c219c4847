package org.clubpost.local.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.clubpost.core.UnavailableException;
import org.sqlite.BusyHandler;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * The connections to one database: one that writes, and some that read beside it. With the write-ahead log, a reader
 * sees what was committed before its statement began, and waits for nobody. Safe for use by many threads.
 *
 * @see <a href="https://www.sqlite.org/wal.html">SQLite, "Write-Ahead Logging"</a>
 */
final class Connections implements AutoCloseable {

    /** How long a writer waits for another process's transaction. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** Short, so that a writer finds the gap between two transactions of an import. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int READERS = 8;
    /** Larger than usual, because the rows of subscribers are long. */
    private static final int PAGE_OCTETS = 8192;
    private static final int CACHE_KIB = 16 * 1024;
    private static final int READER_CACHE_KIB = 2 * 1024;

    private final Path file;
    private final Session writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Semaphore reading = new Semaphore(READERS, true);
    private final LongAdder looks = new LongAdder();
    private final Deque<Session> readers = new ConcurrentLinkedDeque<>();

    private Connections(Path file, Session writer) {
        this.file = file;
        this.writer = writer;
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {

        /** Does it. */
        T on(Session session) throws SQLException;
    }

    /** Opens the file, which must exist and may be empty. */
    static Connections open(Path file) throws SQLException {
        return new Connections(file, connect(file, false));
    }

    private static Session connect(Path file, boolean reads) throws SQLException {
        var config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setCacheSize(-(reads ? READER_CACHE_KIB : CACHE_KIB));
        config.setBusyTimeout(Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS)));
        var properties = config.toProperties();
        var connection = JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath().toUri(), properties);
        BusyHandler.setHandler(connection, patient());
        var session = new Session(connection);
        if (reads) {
            session.run("PRAGMA query_only = ON");
        } else {
            // In this order: with a log, the size of the pages is fixed.
            session.run("PRAGMA page_size = " + PAGE_OCTETS);
            session.run("PRAGMA journal_mode = WAL");
            // So that nothing is left in the file of whoever was erased (docs/privacy.md).
            session.run("PRAGMA secure_delete = ON");
        }
        return session;
    }

    private static BusyHandler patient() {
        return new BusyHandler() {

            private long began;

            @Override
            protected int callback(int asked) {
                if (asked == 0) {
                    began = System.nanoTime();
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                return System.nanoTime() - began < PATIENCE_NANOS && !Thread.currentThread().isInterrupted() ? 1 : 0;
            }
        };
    }

    /**
     * Reads.
     *
     * @throws UnavailableException when the database does not answer
     */
    <T> T read(Work<T> work) {
        reading.acquireUninterruptibly();
        looks.increment();
        try {
            var idle = readers.poll();
            var session = idle == null ? connect(file, true) : idle;
            try {
                return work.on(session);
            } finally {
                readers.push(session);
            }
        } catch (SQLException e) {
            throw Faults.unavailable(e);
        } finally {
            reading.release();
        }
    }

    /** How often it was read so far. */
    long looks() {
        return looks.sum();
    }

    /**
     * Reads and writes in one transaction, which begins as a writing one. It is on the disk when this returns; when
     * this throws, nothing was changed.
     *
     * @throws UnavailableException when the database does not answer or cannot be written
     */
    <T> T write(Work<T> work) {
        takeTurn();
        try {
            writer.run("BEGIN IMMEDIATE");
            try {
                var result = work.on(writer);
                writer.run("COMMIT");
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw Faults.unavailable(e);
        } finally {
            writing.unlock();
        }
    }

    /** Nobody waits for long, even if many wait for somebody who waits for another process. */
    private void takeTurn() {
        try {
            if (!writing.tryLock(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                throw new UnavailableException("others have been writing for too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted before a write", e);
        }
    }

    /** SQLite has rolled back by itself after some faults, such as a full disk. */
    private void rollBack(Throwable cause) {
        try {
            writer.run("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Looks at the file before anybody uses it; tells faults as SQLite does. */
    <T> T atOpening(Work<T> work) throws SQLException {
        return work.on(writer);
    }

    /** Does something that must not share a connection, such as {@code VACUUM}. */
    <T> T apart(Work<T> work) throws SQLException {
        try (var session = connect(file, false)) {
            return work.on(session);
        }
    }

    @Override
    public void close() throws SQLException {
        writing.lock();
        try (writer) {
            for (var reader = readers.poll(); reader != null; reader = readers.poll()) {
                reader.close();
            }
        } finally {
            writing.unlock();
        }
    }
}
