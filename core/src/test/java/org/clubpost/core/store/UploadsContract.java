package org.clubpost.core.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.Test;

/** What every {@link Uploads} must do. */
public interface UploadsContract {

    /** Where a browser is led. */
    URI ONWARDS = URI.create("https://join.example.org/rooms/news/import?upload=one");

    /** What is under test. */
    Uploads testee();

    /** Where paths of ours begin. */
    URI pages();

    /** A key of its own each time. */
    static UploadKey fresh() {
        return UploadKey.fresh(new ListId("news"), new Random());
    }

    /** Sends a file as a browser does, and does not follow where it is led. */
    default HttpResponse<String> send(Uploads.Form form, byte[] file) {
        var body = new StringBuilder();
        form.fields().forEach((name, value) -> body.append("--edge\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--edge\r\nContent-Disposition: form-data; name=\"" + Uploads.FILE
                + "\"; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n" + new String(file, ISO_8859_1)
                + "\r\n--edge--\r\n");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(pages().resolve(form.action()))
                    .header("Content-Type", "multipart/form-data; boundary=edge")
                    .POST(BodyPublishers.ofByteArray(body.toString().getBytes(ISO_8859_1))).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    default void fileArrivesAsItWasAndLeadsOnwards() {
        var key = fresh();
        var file = new byte[300_000];
        new Random(1).nextBytes(file);
        assertEquals(Optional.empty(), testee().find(key, file.length));

        var answer = send(testee().form(key, file.length, ONWARDS, Instant.now()), file);

        assertEquals(303, answer.statusCode(), answer.body());
        var location = URI.create(answer.headers().firstValue("location").orElseThrow());
        assertEquals("/rooms/news/import", location.getPath());
        assertEquals("upload=one", location.getQuery().split("&", -1)[0]);
        assertArrayEquals(file, testee().find(key, file.length).orElseThrow().toByteArray());
    }

    @Test
    default void fileThatIsLargerIsNotFound() {
        var key = fresh();
        send(testee().form(key, 100, ONWARDS, Instant.now()), new byte[100]);

        assertEquals(Optional.empty(), testee().find(key, 99));
        assertEquals(100, testee().find(key, 100).orElseThrow().toByteArray().length);
    }

    @Test
    default void fileThatIsKeptLiesLikeOneThatWasSent() {
        var key = fresh();
        assertEquals(OptionalLong.empty(), testee().size(key));
        testee().keep(key, new byte[]{1});

        testee().keep(key, new byte[]{3, 2, 1});

        assertEquals(OptionalLong.of(3), testee().size(key));
        assertArrayEquals(new byte[]{3, 2, 1}, testee().find(key, 3).orElseThrow().toByteArray());
    }

    @Test
    default void removedFileIsGoneAndMayBeRemovedAgain() {
        var key = fresh();
        testee().keep(key, new byte[10]);

        testee().remove(key);
        testee().remove(key);

        assertEquals(OptionalLong.empty(), testee().size(key));
        assertEquals(Optional.empty(), testee().find(key, 10));
    }
}
