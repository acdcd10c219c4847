package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.clubpost.local.files.OwnerOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Path open(Path directory) throws IOException {
        Files.createDirectories(directory);
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void newDirectoryIsForItsOwnerOnly(@TempDir Path temp) throws Exception {
        open(temp);
        DataDirectory.take(temp.resolve("a/data")).close();

        assertEquals("rwx------", permissions(temp.resolve("a/data")));
        assertEquals("rwxr-xr-x", permissions(temp));
    }

    @Test
    void directoryOfAnEarlierRunIsClosed(@TempDir Path temp) throws Exception {
        var data = temp.resolve("data");
        DataDirectory.take(data).close();
        Files.createDirectory(data.resolve("table"));
        Files.createFile(data.resolve("clubpost.log.1"));
        open(data);

        DataDirectory.take(data).close();

        assertEquals("rwx------", permissions(data));
    }

    @Test
    void directoryThatHoldsOtherThingsStaysAsItIs(@TempDir Path temp) throws Exception {
        Files.createFile(open(temp.resolve("shared")).resolve("letter.txt"));

        DataDirectory.take(temp.resolve("shared")).close();
        DataDirectory.take(temp.resolve("shared")).close();

        assertEquals("rwxr-xr-x", permissions(temp.resolve("shared")));
    }

    @Test
    void fileSystemWithoutSuchPermissionsWillDo(@TempDir Path temp) throws Exception {
        try (var zip = FileSystems.newFileSystem(temp.resolve("a.zip"), Map.of("create", "true"))) {
            var directory = Files.createDirectory(zip.getPath("/data"));

            assertDoesNotThrow(() -> OwnerOnly.close(directory));
        }
    }
}
