package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.store.UploadKey;
import org.clubpost.core.store.Uploads;
import org.clubpost.core.store.UploadsContract;
import org.clubpost.local.files.FolderUploads;
import org.clubpost.local.http.HttpFront;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderUploadsIT implements UploadsContract {

    @TempDir
    private Path folder = Path.of("");
    private Instant now = Instant.now();
    private FolderUploads uploads = uploads();
    private Optional<HttpFront> front = Optional.empty();

    private FolderUploads uploads() {
        return new FolderUploads(folder, SampleLinks.TOKENS, () -> now);
    }

    @BeforeEach
    void open() throws IOException {
        uploads = uploads();
        var http = HttpFront.open(InetAddress.getLoopbackAddress(), 0, InstantSource.system());
        http.uploads(uploads);
        http.ready();
        front = Optional.of(http);
    }

    @AfterEach
    void close() throws IOException {
        front.orElseThrow().close();
    }

    @Override
    public Uploads testee() {
        return uploads;
    }

    @Override
    public URI pages() {
        return URI.create("http://localhost:" + front.orElseThrow().port());
    }

    @Test
    void whoHasNoFormOrAnOldOrAChangedOneIsRefused() {
        var form = uploads.form(UploadsContract.fresh(), 100, ONWARDS, now);
        for (var action : new String[]{FolderUploads.PATH, form.action().replace("most=100", "most=999"),
                form.action().replace("key=uploads%2Fnews", "key=uploads%2Fothers"),
                form.action().replace("onwards=https%3A%2F%2Fjoin", "onwards=https%3A%2F%2Fevil")}) {
            assertEquals(403, send(new Uploads.Form(action, form.fields()), new byte[10]).statusCode(), action);
        }
        now = now.plus(Uploads.VALID);
        assertEquals(403, send(form, new byte[10]).statusCode());
    }

    @Test
    void fileThatIsLargerThanItsFormAllowsIsRefused() {
        var key = UploadsContract.fresh();
        var form = uploads.form(key, 100, ONWARDS, now);

        assertEquals(413, send(form, new byte[101]).statusCode());
        assertEquals(413, send(form, new byte[100_000]).statusCode());

        assertEquals(Optional.empty(), uploads.find(key, 1_000_000));
    }

    @Test
    void strayFilesGoAfterADay() throws IOException {
        var key = UploadsContract.fresh();
        send(uploads.form(key, 100, ONWARDS, now), new byte[10]);
        uploads.sweep();
        assertTrue(uploads.find(key, 100).isPresent());

        now = now.plus(Duration.ofHours(25));
        uploads.sweep();

        assertFalse(uploads.find(key, 100).isPresent());
        try (var left = Files.walk(folder)) {
            assertEquals(0, left.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void nobodyFillsTheDisk() throws IOException {
        var first = UploadsContract.fresh();
        uploads.keep(first, new byte[10]);
        Files.setLastModifiedTime(folder.resolve(first.value().substring(UploadKey.PREFIX.length())),
                FileTime.from(now.minusSeconds(60)));
        var last = first;
        for (var i = 0; i < 200; i++) {
            last = UploadsContract.fresh();
            uploads.keep(last, new byte[10]);
        }

        assertFalse(uploads.find(first, 100).isPresent());
        assertTrue(uploads.find(last, 100).isPresent());
        try (var left = Files.walk(folder)) {
            assertEquals(200, left.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void nobodyFillsTheDiskWithLargeFiles() throws IOException {
        for (var i = 0; i < 7; i++) {
            uploads.keep(UploadsContract.fresh(), new byte[35_000_000]);
        }

        try (var left = Files.walk(folder)) {
            assertEquals(5, left.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void nothingIsLeftOfAFileThatCannotBeKept() throws IOException {
        var key = UploadsContract.fresh();
        Files.createDirectories(folder.resolve(key.value().substring(UploadKey.PREFIX.length())).resolve("in-the-way"));

        assertThrows(UnavailableException.class, () -> uploads.keep(key, new byte[10]));

        try (var left = Files.walk(folder)) {
            assertEquals(0, left.filter(Files::isRegularFile).count());
        }
    }
}
