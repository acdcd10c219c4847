package org.clubpost.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.backup.Backup;
import org.clubpost.local.files.FileMails;
import org.clubpost.local.sqlite.OpenFailure;
import org.clubpost.local.sqlite.SqliteDatabase;
import org.clubpost.local.storage.LocalClients;
import org.clubpost.local.storage.LocalStorage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Takes the data of this version along, into the archive that the versions with SQLite restore. Everything goes through
 * the ports, but for the numbers of posts and the ids of copies, which no port lists.
 */
public final class OldData {

    private static final int CHUNK = 500;

    private final Path data;

    /** In that directory, on which no service may run. */
    public OldData(Path data) {
        this.data = data;
    }

    /**
     * Writes the archive.
     *
     * @return how many people and how many posts went along
     * @throws StartFailure when a service runs on the directory
     */
    public String export(Path archive) throws StartFailure, IOException {
        try (var directory = DataDirectory.take(data);
                var old = LocalStorage.open(directory.resolve("table"), directory.resolve("bucket"))) {
            var made = Files.createTempDirectory(archive.toAbsolutePath().getParent(), "clubpost");
            try {
                return export(old, new DataLayout(made), archive);
            } finally {
                delete(made);
            }
        } catch (SQLException | OpenFailure e) {
            throw new IOException(e);
        }
    }

    private String export(LocalStorage old, DataLayout made, Path archive)
            throws IOException, OpenFailure, SQLException {
        try (var database = SqliteDatabase.open(made.database(), InstantSource.system())) {
            var people = 0;
            var posts = 0;
            for (var list : lists(old.client())) {
                people += people(old.table(), database, list);
                posts += posts(old.table(), database, list);
            }
            for (var list : old.table().lists().all()) {
                database.lists().create(list);
                database.remember("domain", list.domain());
            }
            others(old.client(), database);
            mails(old, made);
            Files.copy(data.resolve("secrets.properties"), made.secrets());
            copyMarks(made);
            new Backup(made).write(database, archive, Instant.now());
            return people + " subscribers and " + posts + " posts";
        }
    }

    /** Also lists that were removed: who left them stays on record. */
    private static List<ListId> lists(DynamoDbClient client) {
        return client.scanPaginator(scan -> scan.tableName(LocalClients.TABLE).projectionExpression("pk")).items()
                .stream().map(item -> item.get("pk").s()).filter(key -> key.startsWith("LIST#")).distinct()
                .flatMap(key -> ListId.parse(key.substring("LIST#".length())).stream()).toList();
    }

    private static int people(Database old, Database made, ListId list) {
        var people = 0;
        var chunk = new ArrayList<Subscriber>();
        try (var all = old.subscribers().all(list)) {
            for (var subscriber : (Iterable<Subscriber>) all::iterator) {
                chunk.add(subscriber);
                people++;
                if (chunk.size() == CHUNK) {
                    made.subscribers().createAll(list, chunk);
                    chunk.clear();
                }
            }
        }
        made.subscribers().createAll(list, chunk);
        return people;
    }

    private static int posts(Database old, Database made, ListId list) {
        var posts = 0;
        try (var all = old.posts().of(list)) {
            for (var post : (Iterable<Post>) all::iterator) {
                post(old, made, post);
                posts++;
            }
        }
        return posts;
    }

    /** With its ranges, which only planning makes. */
    private static void post(Database old, Database made, Post post) {
        var ranges = old.ranges().of(post.id());
        if (ranges.isEmpty()) {
            made.posts().create(post);
        } else {
            var before = post.with(new PostState.Received());
            made.posts().create(before);
            made.ranges().plan(before, post, ranges);
        }
        var failures = new ArrayList<Failure>();
        try (var all = old.ranges().failures(post.id())) {
            all.forEach(failures::add);
        }
        made.ranges().rewrite(post.id(), failures);
    }

    private static void others(DynamoDbClient client, Database made) {
        items(client, "NUMBER").filter(item -> item.containsKey("number"))
                .sorted(Comparator.comparingLong(item -> Long.parseLong(item.get("number").n())))
                .forEach(item -> {
                    var id = new PostId(item.get("pk").s().substring("POST#".length()));
                    made.posts().find(id).ifPresent(post -> made.postNumbers().of(post.list(), id));
                });
        items(client, "FROM#").forEach(item -> copies(item, made));
    }

    private static void copies(Map<String, AttributeValue> item, Database made) {
        var group = item.get("pk").s().substring("SENT#".length());
        var at = group.lastIndexOf('@');
        var beginning = at < 0 ? group : group.substring(0, at);
        var end = at < 0 ? "" : group.substring(at);
        var kept = Instant.ofEpochSecond(Long.parseLong(item.get("expiresAt").n()))
                .minus(java.time.Duration.ofDays(org.clubpost.core.delivery.SentIds.DAYS));
        made.sentIds().remember(item.get("ids").l().stream()
                .map(rest -> new SentId(beginning + rest.s() + end, item.get("original").s())).toList(), kept);
    }

    private static Stream<Map<String, AttributeValue>> items(DynamoDbClient client, String sortKey) {
        return client.scanPaginator(scan -> scan.tableName(LocalClients.TABLE)
                .filterExpression("begins_with(sk, :sk)")
                .expressionAttributeValues(Map.of(":sk", AttributeValue.fromS(sortKey)))).items().stream();
    }

    private static void mails(LocalStorage old, DataLayout made) throws IOException {
        var mails = new FileMails(made.mail());
        try (var keys = old.mails().keys("")) {
            for (var key : (Iterable<org.clubpost.core.store.MailKey>) keys::iterator) {
                var mail = old.mails().find(key).orElseThrow();
                mails.put(key, mail.content());
                Files.setLastModifiedTime(mails.file(key), FileTime.from(mail.storedAt()));
            }
        }
    }

    private void copyMarks(DataLayout made) throws IOException {
        var marks = data.resolve("events");
        Files.createDirectories(made.events());
        if (Files.isDirectory(marks)) {
            try (var files = Files.list(marks)) {
                for (var mark : files.toList()) {
                    Files.createFile(made.events().resolve(mark.getFileName().toString()));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
