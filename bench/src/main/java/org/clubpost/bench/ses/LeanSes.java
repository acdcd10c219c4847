package org.clubpost.bench.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SendEmail with nothing of the SDK: the JSON put together by hand, signed (AWS General Reference,
 * "Signature Version 4"), and posted over the JDK's own connections. It knows one set of credentials and no errors; it
 * is here to show what the SDK costs.
 */
final class LeanSes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final String TYPE = "application/json";
    private static final String SIGNED = "content-type;host;x-amz-date";

    private final URI endpoint;
    private final String region;
    private final String accessKey;
    private final String secretKey;

    LeanSes(URI endpoint, String region, String accessKey, String secretKey) {
        this.endpoint = endpoint;
        this.region = region;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    void send(String sender, String recipient, byte[] mail) throws IOException, GeneralSecurityException {
        var body = body(sender, recipient, mail);
        var time = TIME.format(Instant.now());
        var connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", TYPE);
        connection.setRequestProperty("X-Amz-Date", time);
        connection.setRequestProperty("Authorization", authorization(time, body));
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        try (var in = connection.getInputStream()) {
            if (!new String(in.readAllBytes(), UTF_8).contains("MessageId")) {
                throw new IOException("no id in the answer");
            }
        }
    }

    private static byte[] body(String sender, String recipient, byte[] mail) {
        var before = ("{\"FromEmailAddress\":\"" + sender + "\",\"Destination\":{\"ToAddresses\":[\"" + recipient
                + "\"]},\"Content\":{\"Raw\":{\"Data\":\"").getBytes(ISO_8859_1);
        var base64 = Base64.getEncoder().encode(mail);
        var body = new ByteArrayOutputStream(before.length + base64.length + 4);
        body.writeBytes(before);
        body.writeBytes(base64);
        body.writeBytes("\"}}}".getBytes(ISO_8859_1));
        return body.toByteArray();
    }

    private String authorization(String time, byte[] body) throws GeneralSecurityException {
        var request = "POST\n" + endpoint.getPath() + "\n\ncontent-type:" + TYPE + "\nhost:" + endpoint.getAuthority() + "\nx-amz-date:" + time
                + "\n\n" + SIGNED + "\n" + hash(body);
        var day = time.substring(0, 8);
        var scope = day + "/" + region + "/ses/aws4_request";
        var text = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hash(request.getBytes(UTF_8));
        var key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (var part : new String[]{day, region, "ses", "aws4_request"}) {
            key = mac(key, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + SIGNED + ", Signature="
                + HexFormat.of().formatHex(mac(key, text));
    }

    private static String hash(byte[] octets) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
