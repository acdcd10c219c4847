package org.clubpost.local.crash;

import java.util.Arrays;

/** One call of a process that changed something in its data directory, or one answer that it gave. */
sealed interface DiskCall {

    /** A file was made. Paths are relative to the data directory. */
    record Create(String path, long inode, long modified) implements DiskCall {}

    /** A folder was made. */
    record Folder(String path, long inode) implements DiskCall {}

    /** Octets were written. The time is that of the file afterwards, in nanoseconds since 1970. */
    @SuppressWarnings("ArrayRecordComponent")
    record Write(String path, long inode, long modified, long offset, byte[] octets) implements DiskCall {

        /** Half of it. */
        Write half() {
            return new Write(path, inode, modified, offset, Arrays.copyOf(octets, octets.length / 2));
        }
    }

    /** A file was cut off or made longer. */
    record Size(String path, long inode, long modified, long octets) implements DiskCall {}

    /** A file or folder was forced to the disk. */
    record Sync(String path, long inode) implements DiskCall {}

    /** A file got another name. */
    record Move(String path, String to) implements DiskCall {}

    /** A name was removed. */
    record Delete(String path) implements DiskCall {}

    /** Something was sent to a socket, or to standard output. Not a call in the directory. */
    record Answer(String text) implements DiskCall {}

    /** From here on, the tracer counted. Not a call in the directory. */
    record Armed() implements DiskCall {}

    /** Before this call, or in the middle of it, the tracer killed the process. */
    record Killed(String path, char kind) implements DiskCall {}

    /** Whether a kill before it is another kill point than one before the call that follows. */
    default boolean counts() {
        return !(this instanceof Answer || this instanceof Armed || this instanceof Killed);
    }
}
