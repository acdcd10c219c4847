package org.clubpost.local.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.clubpost.local.files.OwnerOnly;

/**
 * Sends what is logged in this process to one file: what our code did, and the warnings of the embedded parts. A file
 * of more than 10 MB is put aside at the next start.
 */
public final class ServiceLog implements AutoCloseable {

    private static final int MAX_OCTETS = 10 << 20;
    /** The ending of the empty file with which FileHandler takes a log for itself. */
    private static final String LOCK = ".lck";
    /** Kept here, because the platform forgets the level of a logger that nobody holds. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("com.almworks.sqlite4java"),
            Logger.getLogger("com.robothy"), Logger.getLogger("io.netty"), Logger.getLogger("org.apache"),
            Logger.getLogger("software.amazon.dynamodb"));
    private static final Logger OURS = Logger.getLogger("org.clubpost");
    /** It warns, with a stack trace, of each connection that breaks: any stranger could fill the disk. */
    private static final Logger SMTP_SERVER = Logger.getLogger("org.subethamail");

    private final Handler file;

    private ServiceLog(Handler file) {
        this.file = file;
    }

    /** Silences every logger of this process until a log is opened. */
    public static void silence() {
        System.setProperty("log4j2.level", "OFF");
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        System.setProperty("org.eclipse.jetty.util.log.announce", "false");
        LogManager.getLogManager().reset();
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    /** Opens the log, which replaces everything that the process logged to before. */
    public static ServiceLog open(Path file) throws IOException {
        silence();
        if (Files.exists(file) && Files.size(file) > MAX_OCTETS) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        OwnerOnly.createFile(file);
        var handler = new FileHandler(file.toString().replace("%", "%%"), true);
        OwnerOnly.close(file.resolveSibling(file.getFileName() + LOCK));
        handler.setFormatter(new OneLine());
        var root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(handler);
        OURS.setLevel(Level.INFO);
        SMTP_SERVER.setLevel(Level.SEVERE);
        return new ServiceLog(handler);
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(file);
        file.close();
    }
}
