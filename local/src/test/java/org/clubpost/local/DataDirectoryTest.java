package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.clubpost.local.files.OwnerOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whatIsOursInItIsForItsOwnerOnlyEvenInASharedDirectory(@TempDir Path temp) throws Exception {
        var shared = open(temp.resolve("shared"));
        var letter = Files.createFile(shared.resolve("letter.txt"));
        Files.setPosixFilePermissions(letter, PosixFilePermissions.fromString("rw-r--r--"));
        var log = Files.createFile(shared.resolve("clubpost.log"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));
        open(shared.resolve("mail"));

        DataDirectory.take(shared).close();

        assertEquals("rw-r--r--", permissions(letter));
        assertEquals("rw-------", permissions(log));
        assertEquals("rw-------", permissions(shared.resolve("lock")));
        assertEquals("rwx------", permissions(shared.resolve("mail")));
    }

    @Test
    void fileOfThatNameIsNoDirectory(@TempDir Path temp) throws Exception {
        var file = Files.createFile(temp.resolve("data"));

        var failure = assertThrows(StartFailure.class, () -> DataDirectory.take(file));

        assertEquals("The data directory " + file
                + " cannot be used: there is a file of that name. Choose another one with --data.", failure.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "NFS"})
    void networkFileSystemIsRefused(String type) {
        assertTrue(Place.isOfTheNetwork(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "NTFS", ""})
    void diskOfThisMachineWillDo(String type) {
        assertFalse(Place.isOfTheNetwork(type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "Read-only file system | it is on a disk that can only be read. Choose another one with --data.",
                    "No space left on device | the disk is full. Make room, or choose another one with --data.",
                    "Disk quota exceeded | the disk is full. Make room, or choose another one with --data.",
                    "Input/output error | File System, Input/output error. Choose another one with --data."})
    void whatTheDiskSaysIsSaidWithWhatHelps(String reason, String sentence) {
        var failure = new Place(Path.of("data")).failure(new FileSystemException("data", null, reason));

        assertEquals("The data directory data cannot be used: " + sentence, failure.reason());
    }

    @Test
    void directoryOfAnotherUserIsSaidToBeOne() {
        var failure = new Place(Path.of("data")).failure(new AccessDeniedException("data"));

        assertEquals("The data directory data cannot be used: this user may not write there. "
                + "Run this as the user it belongs to, or choose another one with --data.", failure.reason());
    }

    @Test
    void fileSystemWithoutSuchPermissionsWillDo(@TempDir Path temp) throws Exception {
        try (var zip = FileSystems.newFileSystem(temp.resolve("a.zip"), Map.of("create", "true"))) {
            var directory = Files.createDirectory(zip.getPath("/data"));

            assertDoesNotThrow(() -> OwnerOnly.close(directory));
        }
    }
}
