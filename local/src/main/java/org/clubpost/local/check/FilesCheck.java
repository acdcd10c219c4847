package org.clubpost.local.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.local.DataLayout;
import org.clubpost.local.files.DurableFiles;

/**
 * The files as such: who may read them, what does not belong there, the secrets, and the room that is left.
 *
 * @param scene what is looked at
 * @param findings gets what is found
 */
record FilesCheck(Scene scene, Consumer<Finding> findings) {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.range(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);
    private static final long TOO_LITTLE = 50L << 20;
    private static final long LITTLE = 500L << 20;

    void run() {
        if (Files.exists(scene.data().unfinishedRestore())) {
            findings.accept(new Finding.Wrong("restore", "a restore into this directory broke off",
                    "empty the directory and restore again, or restore into another one"));
        }
        if (Files.isDirectory(scene.data().oldTable()) && Files.exists(scene.data().database())) {
            findings.accept(new Finding.Warning("old data", "table/ and bucket/ of an older version are still there",
                    "when you have taken along what you need, delete them: rm -r " + scene.data().oldTable() + " "
                            + scene.data().root().resolve("bucket")));
        }
        secrets();
        try {
            walk();
            room();
        } catch (IOException e) {
            findings.accept(new Finding.Wrong("files", "they cannot be looked at: " + e.getMessage(),
                    "run this as the user who runs the service"));
        }
    }

    private void secrets() {
        var remedy = "take the file of a backup: every link that was ever sent depends on it";
        if (Files.notExists(scene.data().secrets())) {
            findings.accept(new Finding.Wrong("secrets", scene.data().secrets() + " is not there", remedy));
            return;
        }
        try {
            InstallationSecrets.parse(new String(Files.readAllBytes(scene.data().secrets()), UTF_8));
            findings.accept(new Finding.Right("secrets", "they are there and can be read"));
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            findings.accept(new Finding.Wrong("secrets", scene.data().secrets() + " cannot be read", remedy));
        }
    }

    private void walk() throws IOException {
        var open = new Tally();
        var leftovers = new Tally();
        Files.walkFileTree(scene.data().root(), new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isForeign(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!folder.equals(scene.data().root()) && isOpen(folder)) {
                    open.add(folder.toString());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isForeign(file) && isOpen(file)) {
                    open.add(file.toString());
                }
                if (DurableFiles.isLeftover(file.getFileName().toString())
                        && attributes.lastModifiedTime().toInstant().isBefore(scene.now().minus(LONGEST_WRITE))) {
                    leftovers.add(file.toString());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (Files.notExists(file)) {
                    return FileVisitResult.CONTINUE;
                }
                throw fault;
            }
        });
        report(open, leftovers);
    }

    /** Whether somebody else put it into the directory, which may hold other things as well. */
    private boolean isForeign(Path entry) {
        var name = entry.getFileName().toString();
        return scene.data().root().equals(entry.getParent()) && !DataLayout.isOurs(name)
                && !DurableFiles.isLeftover(name);
    }

    private void report(Tally open, Tally leftovers) throws IOException {
        if (open.isEmpty()) {
            findings.accept(new Finding.Right("permissions", "only their owner can use the files"));
        } else if (isOpen(scene.data().root())) {
            findings.accept(new Finding.Wrong("permissions", "others can read the data: "
                    + open.of("file or folder is open to them", "files and folders are open to them"),
                    "close them: chmod -R go-rwx, with each of their names"));
        } else {
            findings.accept(new Finding.Warning("permissions", open.of("file or folder is open to others",
                    "files and folders are open to others") + ", behind a directory that is closed",
                    "chmod -R go-rwx " + scene.data().root()));
        }
        if (!leftovers.isEmpty()) {
            findings.accept(new Finding.Warning("leftovers", leftovers.of("file was", "files were")
                    + " left by a process that was killed", "the service deletes them by itself within an hour"));
        }
    }

    private static boolean isOpen(Path entry) throws IOException {
        if (!entry.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(entry).stream().anyMatch(OF_OTHERS::contains);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private void room() throws IOException {
        var free = Files.getFileStore(scene.data().root()).getUsableSpace();
        var text = (free >> 20) + " MB are free on the disk";
        var remedy = "make room: without it no mail is taken in, and senders are told to try again";
        findings.accept(free < TOO_LITTLE
                ? new Finding.Wrong("room", text, remedy)
                : free < LITTLE ? new Finding.Warning("room", text, remedy) : new Finding.Right("room", text));
    }
}
