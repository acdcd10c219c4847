package org.clubpost.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of what a browser may put into a bucket. The SDK signs requests of its own only.
 *
 * @param region the bucket's region
 * @param at when it is signed
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html">Amazon S3, "Authenticating
 *      requests in browser-based uploads using POST (Signature Version 4)"</a>
 */
record PostPolicy(String region, Instant at) {

    /** The name of the algorithm. */
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final String SERVICE = "s3";
    private static final String END = "aws4_request";
    private static final String MAC = "HmacSHA256";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    /** The time as the policy and the form have it. */
    String time() {
        return TIME.format(at);
    }

    /** Whose key it is signed with, and for what. */
    String credential(String accessKey) {
        return String.join("/", accessKey, DAY.format(at), region, SERVICE, END);
    }

    /** The policy as the form has it. */
    static String written(String policy) {
        return Base64.getEncoder().encodeToString(policy.getBytes(UTF_8));
    }

    /** The signature of a written policy. */
    String signature(String written, String secretKey) {
        var key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (var part : new String[]{DAY.format(at), region, SERVICE, END}) {
            key = mac(key, part);
        }
        return HexFormat.of().formatHex(mac(key, written));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
