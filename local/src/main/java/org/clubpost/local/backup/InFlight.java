package org.clubpost.local.backup;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.database.Database;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.local.DataLayout;
import org.clubpost.local.files.FileMails;

/**
 * The posts that were under way when a backup was made. Nobody knows what became of them since. So nothing of them goes
 * out again before a person says so: what was going out is paused, and what had not begun is held for the owners.
 */
final class InFlight {

    /** How long the owners have to decide: as long as about any held post. */
    private static final Duration TO_DECIDE = Duration.ofDays(14);

    private final DataLayout data;
    private final Database database;
    private final MailStore mails;
    private final InstantSource clock;

    InFlight(DataLayout data, Database database, InstantSource clock) {
        this.data = data;
        this.database = database;
        this.mails = new FileMails(data.mail());
        this.clock = clock;
    }

    /** Parks them, and returns how many. */
    int park() throws IOException {
        var parked = 0;
        for (var list : database.lists().all()) {
            for (var post : unsettled(list)) {
                var kept = parked(post.state());
                if (kept.isPresent() && database.posts().replace(post, post.with(kept.get()))) {
                    parked++;
                }
            }
        }
        return parked + holdWhatWasNotTakenIn();
    }

    private List<Post> unsettled(MailingList list) {
        try (var posts = database.posts().unsettled(list.id())) {
            return posts.toList();
        }
    }

    /** What the post becomes; empty when it stays as it is. */
    private Optional<PostState> parked(PostState state) {
        return switch (state) {
            case PostState.Received _ -> Optional.of(held());
            case PostState.Waiting _ -> Optional.of(held());
            case PostState.Sending sending -> Optional.of(paused(sending));
            case PostState.Parked parked -> Optional.of(paused(parked.sending()));
            case PostState.Resumed resumed -> Optional.of(paused(resumed.sending()));
            case PostState.Cancelled cancelled -> Optional.of(cancelled.asReported(cancelled.tally()));
            case PostState.Done done -> Optional.of(done.asReported());
            case PostState.Held _ -> Optional.empty();
            case PostState.Paused _ -> Optional.empty();
            case PostState.Rejected _ -> Optional.empty();
            case PostState.Discarded _ -> Optional.empty();
        };
    }

    private PostState paused(PostState.Sending sending) {
        return new PostState.Paused(sending, clock.instant());
    }

    private PostState held() {
        return new PostState.Held(Reason.of(Reason.Cause.RESTORED), PostState.Held.Decider.OWNERS, List.of(), false,
                clock.instant().plus(TO_DECIDE));
    }

    private int holdWhatWasNotTakenIn() throws IOException {
        var held = 0;
        for (var mark : marks()) {
            var key = new MailKey(URLDecoder.decode(mark.getFileName().toString(), StandardCharsets.UTF_8));
            var mail = mails.find(key);
            if (mail.isPresent() && key.inboundList().isPresent()) {
                var post = Post.unread(PostId.of(mail.get().storedAt(), key), key.inboundList().get(), key);
                held += database.posts().create(post.with(held())) ? 1 : 0;
            }
            Files.delete(mark);
        }
        return held;
    }

    private List<Path> marks() throws IOException {
        if (!Files.isDirectory(data.events())) {
            return List.of();
        }
        try (var marks = Files.list(data.events())) {
            return new ArrayList<>(marks.toList());
        }
    }
}
