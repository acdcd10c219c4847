package org.clubpost.function.setup;

import java.util.Map;
import org.clubpost.aws.resource.Chore;
import org.clubpost.site.StaticFile;
import org.clubpost.site.StaticFiles;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/**
 * {@code Custom::Site}: puts the pages that are the same for every visitor into the bucket that {@code Bucket} names.
 * It removes them again so that the bucket can be deleted. The template gives the function's version as a property, so
 * that a new version brings its pages.
 */
final class FillSite implements Chore {

    private static final String ROOT = "/";
    private static final String FRONT_PAGE = "subscribe";

    private final S3Client s3;
    private final StaticFiles files;

    FillSite(S3Client s3, StaticFiles files) {
        this.s3 = s3;
        this.files = files;
    }

    @Override
    public Made make(Properties properties) {
        var bucket = properties.text("Bucket");
        for (var file : files.all()) {
            s3.putObject(request -> request.bucket(bucket).key(key(file)).contentType(file.contentType())
                    .cacheControl("max-age=300"), RequestBody.fromBytes(file.octets()));
        }
        return new Made(bucket, Map.of());
    }

    /**
     * Everything in the bucket: an older version's language may no longer be among our files. When somebody has deleted
     * the bucket itself, nothing is left to do, and the stack can go.
     */
    @Override
    public void remove(String id, Properties properties) {
        var bucket = properties.text("Bucket");
        try {
            while (true) {
                var keys = s3.listObjectsV2(request -> request.bucket(bucket)).contents();
                if (keys.isEmpty()) {
                    return;
                }
                keys.forEach(object -> s3.deleteObject(request -> request.bucket(bucket).key(object.key())));
            }
        } catch (NoSuchBucketException gone) {
            // What was in it went with it.
        }
    }

    /**
     * The file at the root has the key that is the distribution's default root object. CloudFront asks the function
     * behind that path for it, so nobody sees this file but where CloudFront should ever look for it in the bucket.
     */
    private static String key(StaticFile file) {
        return file.path().equals(ROOT) ? FRONT_PAGE : file.path().substring(1);
    }
}
