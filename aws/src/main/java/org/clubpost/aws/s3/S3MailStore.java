package org.clubpost.aws.s3;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The mails in one S3 bucket. Safe for use by many threads, like the client that it is given.
 *
 * <p>The time of storing is the object's Last-Modified, which has whole seconds (RFC 9110 section 8.8.2). It is the
 * same at every reading as long as nobody puts another mail under the key.
 *
 * <p>Reading needs {@code s3:GetObject} and {@code s3:ListBucket}: without the latter, S3 answers 403 instead of 404
 * when there is no such object.
 */
public final class S3MailStore implements MailStore {

    private static final String MAIL = "message/rfc822";

    private final S3Client client;
    private final String bucket;

    /**
     * @param client reaches S3; is not closed here
     * @param bucket the bucket's name
     */
    public S3MailStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The mail goes in one request, with its length and a checksum. The content is copied once, so that the client
     * can send it again after a fault.
     */
    @Override
    public void put(MailKey key, MailContent content) {
        var octets = content.toByteArray();
        calling(() -> client.putObject(request -> request.bucket(bucket).key(key.value()).contentType(MAIL),
                RequestBody.fromContentProvider(() -> new ByteArrayInputStream(octets), octets.length, MAIL)));
    }

    @Override
    public Optional<StoredMail> find(MailKey key) {
        try {
            return Optional.of(calling(() -> client.getObject(request -> request.bucket(bucket).key(key.value()),
                    S3MailStore::read)));
        } catch (NoSuchKeyException nothingThere) {
            return Optional.empty();
        }
    }

    /** Reads into one array of the announced length, and to the end, where the client checks the checksum. */
    private static StoredMail read(GetObjectResponse response, AbortableInputStream body) throws IOException {
        var octets = new byte[Math.toIntExact(response.contentLength())];
        if (body.readNBytes(octets, 0, octets.length) < octets.length || hasMore(body)) {
            throw new EOFException("an object is not as long as announced");
        }
        return new StoredMail(MailContent.of(octets), response.lastModified());
    }

    private static boolean hasMore(InputStream body) throws IOException {
        return body.read() >= 0;
    }

    @Override
    public void remove(MailKey key) {
        calling(() -> client.deleteObject(request -> request.bucket(bucket).key(key.value())));
    }

    @Override
    public Stream<MailKey> keys(String prefix) {
        var pages = new KeyPages(ListObjectsV2Request.builder().bucket(bucket).prefix(prefix).build(),
                request -> calling(() -> client.listObjectsV2(request)));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false)
                .flatMap(key -> mailKey(key).stream());
    }

    /** Objects that somebody else put there, under names that no mail of ours has, are none of our business. */
    private static Optional<MailKey> mailKey(String key) {
        try {
            return Optional.of(new MailKey(key));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static <T> T calling(Supplier<T> call) {
        try {
            return call.get();
        } catch (NoSuchKeyException nothingThere) {
            throw nothingThere;
        } catch (SdkException failed) {
            throw new UnavailableException("the bucket cannot be used", failed);
        }
    }
}
