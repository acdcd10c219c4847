package org.clubpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clubpost.core.database.Database;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.DataLayout;
import org.clubpost.local.files.FileMails;
import org.clubpost.local.lambda.Marks;

/**
 * The posts that were under way when a backup was made. Nobody knows what became of them since. So nothing of them goes
 * to members again before a person says so: what was going out is paused, and what had not begun is held for the owners.
 *
 * <p>A service that starts takes up what is held and not told yet, by judging the mail again. The reason {@link
 * Reason.Cause#RESTORED} tells it that such a mail must not simply go out. What the judging makes of another mail stays:
 * who asked to leave leaves, and a refused author may be told twice.
 */
final class InFlight {

    /** How long people have to decide: as long as about any held post. */
    private static final Duration TO_DECIDE = Duration.ofDays(14);

    private final DataLayout data;
    private final Database database;
    private final FileMails mails;
    private final Instant now;
    private int paused;
    private int held;

    InFlight(DataLayout data, Database database, InstantSource clock) {
        this.data = data;
        this.database = database;
        this.mails = new FileMails(data.mail());
        this.now = clock.instant();
    }

    /**
     * Parks them.
     *
     * @param begun when the backup was begun
     * @return how many posts wait for a person then
     */
    Restore.Waiting park(Instant begun) throws IOException {
        for (var list : database.lists().all()) {
            try (var unsettled = database.posts().unsettled(list.id())) {
                unsettled.toList().forEach(this::park);
            }
        }
        holdWhatWasToBeTakenIn();
        holdWhatCameMeanwhile(begun);
        return new Restore.Waiting(paused, held);
    }

    private void park(Post post) {
        var parked = parked(post.state());
        database.posts().replace(post, post.with(parked));
        paused += parked instanceof PostState.Paused ? 1 : 0;
        held += parked instanceof PostState.Held ? 1 : 0;
    }

    private PostState parked(PostState state) {
        return switch (state) {
            case PostState.Received _ -> hold();
            case PostState.Waiting _ -> hold();
            case PostState.Sending sending -> paused(sending);
            case PostState.Parked parked -> paused(parked.sending());
            case PostState.Resumed resumed -> paused(resumed.sending());
            case PostState.Cancelled cancelled -> cancelled.asReported(cancelled.tally());
            case PostState.Done done -> done.asReported();
            case PostState.Held before -> hold(before);
            case PostState.Paused _ -> state;
            case PostState.Rejected _ -> state;
            case PostState.Discarded _ -> state;
        };
    }

    private PostState paused(PostState.Sending sending) {
        return new PostState.Paused(sending, now);
    }

    private PostState hold() {
        return new PostState.Held(Reason.of(Reason.Cause.RESTORED), PostState.Held.Decider.OWNERS, List.of(), false,
                now.plus(TO_DECIDE));
    }

    /** The links that people have stay good, and there is time to use them, however old the backup is. */
    private PostState hold(PostState.Held before) {
        var until = before.until().isAfter(now.plus(TO_DECIDE)) ? before.until() : now.plus(TO_DECIDE);
        return new PostState.Held(before.told() ? before.reason() : Reason.of(Reason.Cause.RESTORED),
                before.decider(), before.links(), before.told(), until);
    }

    private void holdWhatWasToBeTakenIn() throws IOException {
        for (var mark : marks()) {
            var mail = Marks.mail(mark.getFileName().toString());
            if (mail.isPresent()) {
                holdMail(mail.get(), Instant.MIN);
            }
            Files.delete(mark);
        }
    }

    /** Such a mail was answered with 250, and neither the marks nor the database of the backup know it. */
    private void holdWhatCameMeanwhile(Instant begun) throws IOException {
        try (var keys = mails.keys(MailKey.inboundPrefix())) {
            for (var mail : (Iterable<MailKey>) keys::iterator) {
                holdMail(mail, begun.truncatedTo(ChronoUnit.MILLIS));
            }
        }
    }

    private void holdMail(MailKey mail, Instant notBefore) throws IOException {
        try {
            var storedAt = Files.getLastModifiedTime(mails.file(mail)).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (mail.inboundList().isPresent() && !storedAt.isBefore(notBefore)) {
                hold(mail, mail.inboundList().get(), storedAt);
            }
        } catch (NoSuchFileException | IllegalArgumentException neverStored) {
            // It was announced, and its sender has got no answer.
        }
    }

    private void hold(MailKey mail, ListId list, Instant storedAt) {
        var post = Post.unread(PostId.of(storedAt, mail), list, mail).with(hold());
        held += database.posts().create(post) ? 1 : 0;
    }

    private List<Path> marks() throws IOException {
        if (!Files.isDirectory(data.events())) {
            return List.of();
        }
        try (var marks = Files.list(data.events())) {
            return marks.toList();
        }
    }
}
