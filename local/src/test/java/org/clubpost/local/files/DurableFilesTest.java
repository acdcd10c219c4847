package org.clubpost.local.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies on the disk after every step of writing a file, whatever ends it there. */
final class DurableFilesTest {

    private static final byte[] OLD = "old".getBytes(UTF_8);
    private static final byte[] NEW = new byte[200_000];
    private static final int PIECE = 50_000;
    private static final int MORE_THAN_ALL = 50;

    @TempDir
    private Path temp;

    static {
        Arrays.fill(NEW, (byte) 'n');
    }

    private static Optional<byte[]> there(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static boolean isOneOf(Optional<byte[]> found, Optional<byte[]> before) {
        return found.isEmpty()
                ? before.isEmpty()
                : Arrays.equals(found.get(), NEW)
                        || (before.isPresent() && Arrays.equals(found.get(), before.get()));
    }

    private static void write(DurableFiles files, Path file, byte[] octets) throws IOException {
        files.write(file, out -> {
            for (var from = 0; from < octets.length; from += PIECE) {
                out.write(octets, from, Math.min(PIECE, octets.length - from));
            }
        });
    }

    private List<Path> filesBelow(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void fileTakesTwoForcesOnceItsFolderIsKnown() throws IOException {
        var disk = BreakingDisk.whole();
        var files = new DurableFiles(temp, disk);
        write(files, temp.resolve("a/one"), OLD);
        disk.steps().clear();

        write(files, temp.resolve("a/two"), OLD);

        assertEquals(List.of("create", "write", "force", "move", "force-folder"), disk.steps());
    }

    @Test
    void newFolderIsForcedBeforeItsFirstFile() throws IOException {
        var disk = BreakingDisk.whole();

        write(new DurableFiles(temp, disk), temp.resolve("a/one"), OLD);

        assertEquals(List.of("force-folder", "make-folder", "force-folder", "create", "write", "force", "move",
                "force-folder"), disk.steps());
    }

    @ParameterizedTest
    @EnumSource
    void oldFileOrTheNewOneIsThereAfterEveryStep(BreakingDisk.Break how) throws IOException {
        for (var old : List.of(Optional.<byte[]>empty(), Optional.of(OLD))) {
            var broken = 0;
            for (var at = 1; at <= MORE_THAN_ALL; at++) {
                var root = temp.resolve("at-" + at + old.isPresent());
                var file = root.resolve("inner/file");
                if (old.isPresent()) {
                    write(DurableFiles.in(root), file, OLD);
                }
                var disk = new BreakingDisk(Disk.real(), how, at);

                var wasTold = isWritten(new DurableFiles(root, disk), file);

                assertTrue(isOneOf(there(file), old), "broken off at " + disk.steps());
                assertEquals(!disk.broke(), wasTold, "broken off at " + disk.steps());
                assertTrue(!wasTold || Arrays.equals(there(file).orElseThrow(), NEW));
                broken += disk.broke() ? 1 : 0;
                Files.createDirectories(root);
                DurableFiles.in(root).deleteLeftovers(Instant.MAX);
                assertEquals(there(file).stream().count(), filesBelow(root).size(), "left over: " + disk.steps());
            }
            assertTrue(broken >= 8, "only " + broken + " steps were tried");
        }
    }

    @Test
    void stepThatFailsLeavesNothingBehind() throws IOException {
        for (var at = 1; at <= MORE_THAN_ALL; at++) {
            var root = Files.createDirectory(temp.resolve("at-" + at));
            var file = root.resolve("inner/file");

            isWritten(new DurableFiles(root, new BreakingDisk(Disk.real(), BreakingDisk.Break.FAILS, at)), file);

            assertEquals(there(file).stream().count(), filesBelow(root).size(),
                    "something lies there after step " + at);
        }
    }

    @Test
    void fileThatWasWrittenSurvivesAPowerCutAndNoneIsEverHalfThere() throws IOException {
        for (var old : List.of(Optional.<byte[]>empty(), Optional.of(OLD))) {
            for (var at = 1; at <= MORE_THAN_ALL; at++) {
                var root = temp.resolve("at-" + at + old.isPresent());
                var file = root.resolve("inner/file");
                var forced = new ForcedDisk();
                if (old.isPresent()) {
                    write(new DurableFiles(root, forced), file, OLD);
                }
                var disk = new BreakingDisk(forced, BreakingDisk.Break.KILLED, at);

                var wasTold = isWritten(new DurableFiles(root, disk), file);

                assertTrue(isOneOf(forced.afterPowerCut(file), old), "power cut at " + disk.steps());
                if (wasTold) {
                    assertArrayEquals(NEW, forced.afterPowerCut(file).orElseThrow());
                }
            }
        }
    }

    /** The folder is there, but the process that made it was killed before it forced the folder's name. */
    @Test
    void folderOfAnotherProcessIsForcedToo() throws IOException {
        var forced = new ForcedDisk();
        var file = temp.resolve("inner/file");
        forced.makeFolder(temp.resolve("inner"));

        write(new DurableFiles(temp, forced), file, NEW);

        assertArrayEquals(NEW, forced.afterPowerCut(file).orElseThrow());
    }

    private static boolean isWritten(DurableFiles files, Path file) {
        try {
            write(files, file, NEW);
            return true;
        } catch (IOException | BreakingDisk.Killed e) {
            return false;
        }
    }

    @Test
    void nobodyElseCanLookIntoThem() throws IOException {
        var modes = new ArrayList<String>();
        var file = temp.resolve("a/b/file");
        DurableFiles.in(temp.resolve("a")).write(file, out -> {
            try (var inFolder = Files.list(file.getParent())) {
                modes.add(mode(inFolder.findFirst().orElseThrow()));
            }
        });

        assertEquals(List.of("rw-------"), modes);
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(temp.resolve("a")));
        assertEquals("rwx------", mode(temp.resolve("a/b")));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void folderThatSomebodyDeletedIsMadeAgain() throws IOException {
        var files = DurableFiles.in(temp);
        var file = temp.resolve("a/file");
        write(files, file, OLD);
        Files.delete(file);
        Files.delete(file.getParent());

        assertThrows(IOException.class, () -> write(files, file, NEW));
        write(files, file, NEW);

        assertArrayEquals(NEW, Files.readAllBytes(file));
    }

    @Test
    void youngLeftoverMayBelongToAWriterAtWork() throws IOException {
        var leftover = Files.createFile(temp.resolve(".writing~0123456789abcdef"));

        DurableFiles.in(temp).deleteLeftovers(Files.getLastModifiedTime(leftover).toInstant());

        assertTrue(Files.exists(leftover));
    }

    @Test
    void fileOutsideIsRefused() {
        var files = DurableFiles.in(temp.resolve("a"));

        assertThrows(IllegalArgumentException.class, () -> write(files, temp.resolve("a/../b"), NEW));
    }
}
