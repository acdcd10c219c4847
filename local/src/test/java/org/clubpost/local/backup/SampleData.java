package org.clubpost.local.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.DataLayout;
import org.clubpost.local.files.DurableFiles;
import org.clubpost.local.files.FileMails;
import org.clubpost.local.files.OwnerOnlyFile;
import org.clubpost.local.lambda.Marks;
import org.clubpost.local.sqlite.OpenFailure;
import org.clubpost.local.sqlite.SqliteDatabase;

/** A data directory with one list, as a service would leave it. */
public final class SampleData implements AutoCloseable {

    public static final ListId LIST = new ListId("news");
    public static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final DataLayout layout;
    private final SqliteDatabase database;

    private SampleData(DataLayout layout, SqliteDatabase database) {
        this.layout = layout;
        this.database = database;
    }

    public static SampleData in(Path root) throws IOException {
        var layout = new DataLayout(root);
        DurableFiles.in(root).makeFolder(root);
        OwnerOnlyFile.write(layout.secrets(), InstallationSecrets.generate(new Random(1)).text());
        DurableFiles.in(layout.events()).makeFolder(layout.events());
        var database = open(layout);
        database.lists().create(
                MailingList.create(LIST, "lists.example.org", "News", List.of(EmailAddress.of("owner@example.org"))));
        return new SampleData(layout, database);
    }

    public static SqliteDatabase open(DataLayout layout) {
        try {
            return SqliteDatabase.open(layout.database(), InstantSource.fixed(NOW));
        } catch (OpenFailure e) {
            throw new IllegalStateException(e);
        }
    }

    public DataLayout layout() {
        return layout;
    }

    public SqliteDatabase database() {
        return database;
    }

    /** A mail that was stored at that time, and nothing else. */
    public MailKey mail(String name, Instant storedAt) throws IOException {
        var key = MailKey.inbound(LIST, name);
        store(key, storedAt);
        return key;
    }

    private void store(MailKey key, Instant storedAt) throws IOException {
        var mails = new FileMails(layout.mail());
        mails.put(key, MailContent.of(("Subject: " + key + "\r\n\r\nText\r\n").getBytes(StandardCharsets.US_ASCII)));
        Files.setLastModifiedTime(mails.file(key), FileTime.from(storedAt));
    }

    /** A post with its mail and its prepared mail. */
    public Post post(String name, PostState state) throws IOException {
        var storedAt = NOW.minus(Duration.ofHours(3));
        var key = mail(name, storedAt);
        var post = Post.unread(PostId.of(storedAt, key), LIST, key).with(state);
        store(post.id().preparedMail(), storedAt);
        database.posts().create(post);
        return post;
    }

    public Path mark(MailKey mail) throws IOException {
        var mark = layout.events().resolve(Marks.name(mail));
        DurableFiles.in(layout.events()).mark(mark);
        return mark;
    }

    public static PostState.Sending sending() {
        return new PostState.Sending(new MailKey("prepared/0"), 1, NOW.minus(Duration.ofHours(2)));
    }

    public static PostState.Held held(boolean told, Instant until) {
        return new PostState.Held(Reason.of(Reason.Cause.MAY_NOT_POST), PostState.Held.Decider.OWNERS, List.of(), told,
                until);
    }

    public static PostState.Done done(boolean reported) {
        return new PostState.Done(new Tally(3, 0), NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(1)),
                reported);
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
