package org.clubpost.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.files.DurableFiles;

/**
 * The events that are still owed, one empty file for each, so that neither a kill nor a power cut loses any of them. At
 * a start only these are looked at, however many old mails there are.
 *
 * <p>A file is made before the mail is stored, and {@linkplain #force forced} after that and before anybody is told
 * that the mail is safe. On a journaling file system the mail's own force has then brought it to the disk already, so
 * this one costs little; threads that store mails at the same time share it. The file is removed once the mail was
 * taken in. That is not forced: if it is lost, the mail is taken in once more, which changes nothing.
 */
final class EventJournal {

    private final Path directory;
    private final DurableFiles files;

    EventJournal(Path directory) throws IOException {
        this.directory = directory;
        this.files = DurableFiles.in(directory);
        files.makeFolder(directory);
    }

    void add(MailKey mail) {
        calling(() -> files.mark(file(mail)));
    }

    /** Returns when all that was added is on the disk. */
    void force() {
        calling(() -> files.forceFolder(directory));
    }

    void remove(MailKey mail) {
        calling(() -> files.delete(file(mail)));
    }

    List<MailKey> owed() {
        try (var entries = Files.list(directory)) {
            return entries.flatMap(file -> Marks.mail(file.getFileName().toString()).stream()).toList();
        } catch (IOException e) {
            throw new UnavailableException("the journal of events cannot be read", e);
        }
    }

    private Path file(MailKey mail) {
        return directory.resolve(Marks.name(mail));
    }

    /** What is done to the journal. */
    private interface Step {

        void run() throws IOException;
    }

    private static void calling(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UnavailableException("the journal of events cannot be written", e);
        }
    }
}
