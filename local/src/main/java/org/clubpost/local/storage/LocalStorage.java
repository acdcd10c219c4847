package org.clubpost.local.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.dynamodb.TableLayout;
import org.clubpost.aws.s3.S3MailStore;
import org.clubpost.core.store.MailStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;

/** The table and the bucket, open, with our adapters on them. */
public final class LocalStorage implements AutoCloseable {

    private final LocalTable table;
    private final LocalBucket bucket;
    private final DynamoTable ports;
    private final S3Client mails;

    private LocalStorage(LocalTable table, LocalBucket bucket) {
        this.table = table;
        this.bucket = bucket;
        this.ports = new DynamoTable(table.client(), LocalClients.TABLE);
        this.mails = LocalClients.bucket(bucket.endpoint());
    }

    /**
     * Opens both, at the same time, because each takes a second, and makes in them what is not there.
     *
     * @param tableDirectory where the table is
     * @param bucketDirectory where the bucket is
     */
    public static LocalStorage open(Path tableDirectory, Path bucketDirectory) throws IOException {
        var bucket = CompletableFuture.supplyAsync(() -> opened(() -> LocalBucket.open(bucketDirectory)));
        var table = LocalTable.open(tableDirectory);
        try {
            var storage = new LocalStorage(table, bucket.join());
            storage.create();
            return storage;
        } catch (CompletionException e) {
            table.close();
            throw new IOException("the bucket does not open", e);
        }
    }

    private static <T> T opened(Callable<T> opening) {
        try {
            return opening.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void create() {
        var client = table.client();
        if (!hasTable(client)) {
            client.createTable(TableLayout.createTable(LocalClients.TABLE));
            client.updateTimeToLive(TableLayout.timeToLive(LocalClients.TABLE));
        }
        if (mails.listBuckets().buckets().stream().noneMatch(each -> each.name().equals(LocalClients.BUCKET))) {
            mails.createBucket(request -> request.bucket(LocalClients.BUCKET));
        }
    }

    private static boolean hasTable(DynamoDbClient client) {
        try {
            client.describeTable(request -> request.tableName(LocalClients.TABLE));
            return true;
        } catch (ResourceNotFoundException none) {
            return false;
        }
    }

    /** The ports on the table. */
    public DynamoTable table() {
        return ports;
    }

    /** The client of the table. */
    public DynamoDbClient client() {
        return table.client();
    }

    /** The mails in the bucket. */
    public MailStore mails() {
        return new S3MailStore(mails, LocalClients.BUCKET);
    }

    /** Where another process finds the table. */
    public URI tableEndpoint() {
        return table.endpoint();
    }

    /** Where another process finds the bucket. */
    public URI bucketEndpoint() {
        return bucket.endpoint();
    }

    @Override
    public void close() throws IOException {
        mails.close();
        bucket.close();
        table.close();
    }
}
