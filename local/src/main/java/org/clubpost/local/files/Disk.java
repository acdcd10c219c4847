package org.clubpost.local.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The steps that change a disk, one method each, so that a test can count them and break off at any of them. */
interface Disk {

    /** Makes a folder for its owner only. */
    void makeFolder(Path folder) throws IOException;

    /** Makes an empty file for its owner only, and opens it for writing. */
    FileChannel create(Path file) throws IOException;

    /** Writes all of it at the end of the file. */
    void write(FileChannel file, ByteBuffer octets) throws IOException;

    /** Returns when what was written is on the disk. */
    void force(FileChannel file) throws IOException;

    /** Gives a file another name in the same folder, in place of the file that had it. */
    void move(Path from, Path to) throws IOException;

    /** Returns when the names in that folder are on the disk. */
    void forceFolder(Path folder) throws IOException;

    /** Deletes a file; does nothing when there is none. */
    void delete(Path file) throws IOException;

    /** The disk of this machine. */
    static Disk real() {
        return new Disk() {

            @Override
            public void makeFolder(Path folder) throws IOException {
                OwnerOnly.newFolder(folder);
            }

            @Override
            public FileChannel create(Path file) throws IOException {
                return OwnerOnly.newFile(file);
            }

            @Override
            public void write(FileChannel file, ByteBuffer octets) throws IOException {
                while (octets.hasRemaining()) {
                    file.write(octets);
                }
            }

            @Override
            public void force(FileChannel file) throws IOException {
                file.force(true);
            }

            @Override
            public void move(Path from, Path to) throws IOException {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }

            @Override
            public void forceFolder(Path folder) throws IOException {
                if (OwnerOnly.knowsPermissions(folder)) {
                    try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                        names.force(true);
                    }
                }
            }

            @Override
            public void delete(Path file) throws IOException {
                Files.deleteIfExists(file);
            }
        };
    }
}
