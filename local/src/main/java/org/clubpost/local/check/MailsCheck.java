package org.clubpost.local.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.files.FileMails;
import org.clubpost.local.lambda.Marks;
import org.clubpost.local.sqlite.Inspection;

/** Whether every mail was taken in, or will be. */
final class MailsCheck {

    private static final String SUBJECT = "mails";
    private static final Duration LONG = Duration.ofHours(1);
    /** To find a post by its mail takes a look at all posts of the list. */
    private static final int LOOKED_UP = 20;

    private final Scene scene;
    private final Inspection inspection;
    private final FileMails mails;
    private final Tally strayed = new Tally();
    private final Tally orphans = new Tally();
    private long all;

    MailsCheck(Scene scene, Inspection inspection) {
        this.scene = scene;
        this.inspection = inspection;
        this.mails = new FileMails(scene.data().mail());
    }

    void look(Consumer<Finding> findings) throws SQLException, IOException {
        try (var keys = mails.keys(MailKey.inboundPrefix())) {
            for (var mail : (Iterable<MailKey>) keys::iterator) {
                if (mail.inboundList().isPresent()) {
                    all++;
                    look(mail, mail.inboundList().get());
                }
            }
        }
        reportOrphans(findings);
        reportMarks(findings);
        if (orphans.isEmpty() && strayed.isEmpty()) {
            findings.accept(new Finding.Right(SUBJECT, all + " came in, and each was taken in or will be"));
        }
    }

    /** The mark first: a mail is taken in before its mark goes. */
    private void look(MailKey mail, ListId list) throws SQLException, IOException {
        if (Files.exists(mark(mail))) {
            return;
        }
        Instant storedAt;
        try {
            storedAt = Files.getLastModifiedTime(mails.file(mail)).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (NoSuchFileException itsTimeWasOver) {
            return;
        }
        if (inspection.hasPost(PostId.of(storedAt, mail))) {
            return;
        }
        var isKnown = strayed.count() + orphans.count() < LOOKED_UP
                ? inspection.postOf(list, mail).isPresent()
                : orphans.isEmpty();
        (isKnown ? strayed : orphans).add(mails.file(mail).toString());
    }

    private Path mark(MailKey mail) {
        return scene.data().events().resolve(Marks.name(mail));
    }

    private void reportOrphans(Consumer<Finding> findings) {
        if (!strayed.isEmpty()) {
            findings.accept(new Finding.Warning(SUBJECT,
                    strayed.of("file has", "files have") + " another time than when"
                            + " the mail came",
                    "a copy of the directory must keep the times (cp -a, rsync -a); copy it again,"
                            + " or go on with ./clubpost backup and restore, which keep them"));
        }
        if (!orphans.isEmpty()) {
            findings.accept(new Finding.Warning(SUBJECT, orphans.of("was", "were") + " stored and not taken in",
                    "a sender who was told to try again has sent it once more, so compare with posts ls. To have one"
                            + " taken in: touch '" + scene.data().events().resolve("inbound%2FLIST%2FNAME")
                            + "' (NAME without .eml), and start the service again"));
        }
    }

    private void reportMarks(Consumer<Finding> findings) throws IOException {
        if (!Files.isDirectory(scene.data().events())) {
            return;
        }
        var without = new Tally();
        var waiting = new Tally();
        try (var marks = Files.newDirectoryStream(scene.data().events())) {
            for (var mark : marks) {
                count(mark, without, waiting);
            }
        }
        if (!waiting.isEmpty()) {
            findings.accept(new Finding.Warning(SUBJECT,
                    waiting.of("waits", "wait") + " to be taken in for more than an"
                            + " hour",
                    "start the service" + (scene.isServed() ? " again" : "") + "; if it stays so, see"
                            + " clubpost.log"));
        }
        if (!without.isEmpty()) {
            findings.accept(new Finding.Warning(SUBJECT, without.of("mark has", "marks have") + " no mail",
                    "the next start removes them: the mail was never stored, and its sender knows"));
        }
    }

    private void count(Path mark, Tally without, Tally waiting) throws IOException {
        var mail = Marks.mail(mark.getFileName().toString());
        try {
            if (Files.getLastModifiedTime(mark).toInstant().isAfter(scene.now().minus(LONG))) {
                return;
            }
        } catch (NoSuchFileException takenInNow) {
            return;
        }
        (mail.isPresent() && Files.exists(mails.file(mail.get())) ? waiting : without)
                .add(mark.getFileName().toString());
    }
}
