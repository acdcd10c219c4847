package org.clubpost.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The example of "Browser-based upload using HTTP POST (using AWS Signature Version 4)" in the API reference of S3. */
class PostPolicyTest {

    private static final String POLICY = """
            { "expiration": "2015-12-30T12:00:00.000Z",
              "conditions": [
                {"bucket": "sigv4examplebucket"},
                ["starts-with", "$key", "user/user1/"],
                {"acl": "public-read"},
                {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
                ["starts-with", "$Content-Type", "image/"],
                {"x-amz-meta-uuid": "14365123651274"},
                {"x-amz-server-side-encryption": "AES256"},
                ["starts-with", "$x-amz-meta-tag", ""],

                {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
                {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
                {"x-amz-date": "20151229T000000Z" }
              ]
            }""".replace("\n", "\r\n");

    private final PostPolicy signing = new PostPolicy("us-east-1", Instant.parse("2015-12-29T00:00:00Z"));

    @Test
    void signatureIsThatOfTheExample() {
        assertEquals("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e",
                signing.signature(PostPolicy.written(POLICY), "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    }

    @Test
    void credentialAndTimeAreThoseOfTheExample() {
        assertEquals("AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request",
                signing.credential("AKIAIOSFODNN7EXAMPLE"));
        assertEquals("20151229T000000Z", signing.time());
    }
}
