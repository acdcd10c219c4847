package org.clubpost.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.util.Locale;
import java.util.Set;

/**
 * Where a data directory lies: whether data can be kept there, and why not.
 *
 * @param path the directory
 */
record Place(Path path) {

    /**
     * File systems of other machines, as the system names them. Their locks and their forces cannot be relied upon, and
     * SQLite's log needs memory that all its processes share.
     */
    private static final Set<String> OF_THE_NETWORK = Set.of("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3",
            "smbfs", "afs", "afpfs", "ncpfs", "9p", "webdav", "davfs", "ceph", "glusterfs", "lustre", "gpfs", "beegfs",
            "ocfs2", "coda", "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.davfs2", "fuse.davfs", "fuse.rclone",
            "fuse.s3fs", "fuse.smbnetfs", "fuse.curlftpfs");

    /** Refuses a directory on another machine. */
    void checkThatItIsNear() throws StartFailure {
        var type = type();
        if (isOfTheNetwork(type)) {
            throw new StartFailure("The data directory " + path + " is on a network file system (" + type
                    + "), which can lose what is written there. Choose one on a disk of this machine with --data.");
        }
    }

    static boolean isOfTheNetwork(String type) {
        return OF_THE_NETWORK.contains(type.toLowerCase(Locale.ROOT));
    }

    /** Empty where the system does not know, as it may be in a container. */
    private String type() {
        try {
            return Files.getFileStore(path).type();
        } catch (IOException | SecurityException unknown) {
            return "";
        }
    }

    /**
     * Refuses the data of somebody else. Who may write everywhere would leave files there that their owner cannot read.
     *
     * @param ofTheirs a file that the service of the owner made, or nothing
     * @param ofOurs a file that this process made
     */
    void checkThatItIsOurs(Path ofTheirs, Path ofOurs) throws StartFailure, IOException {
        if (Files.exists(ofTheirs) && !owner(ofTheirs).equals(owner(ofOurs))) {
            throw new StartFailure("The data in " + path + " belong to the user " + owner(ofTheirs)
                    + ". Run this as that user, or choose another directory with --data.");
        }
    }

    /**
     * Refuses a directory of somebody else, who could put other files in the place of ours. The administrator can do
     * that anyway.
     *
     * @param ofOurs a file that this process made
     */
    void checkThatNobodyElseCanChangeIt(Path ofOurs) throws StartFailure, IOException {
        var owner = owner(path);
        if (!owner.equals(owner(ofOurs)) && !owner.equals("root")) {
            throw new StartFailure("The data directory " + path + " belongs to the user " + owner
                    + ". Run this as that user, or choose another directory with --data.");
        }
    }

    /** Empty where files have no owners. */
    private static String owner(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? "" : view.getOwner().getName();
    }

    /** Says why the directory cannot be used, and what to do. */
    StartFailure failure(IOException cause) {
        return new StartFailure("The data directory " + path + " cannot be used: " + reason(cause) + ".");
    }

    private static String reason(IOException cause) {
        var text = cause instanceof FileSystemException failed && failed.getReason() != null ? failed.getReason() : "";
        return switch (cause) {
            case AccessDeniedException _ ->
                "this user may not write there. Run this as the user it belongs to, or choose another one with --data";
            case FileAlreadyExistsException _,NotDirectoryException _ ->
                "there is a file of that name. Choose another one with --data";
            case IOException _ when text.contains("Read-only") ->
                "it is on a disk that can only be read. Choose another one with --data";
            case IOException _ when text.contains("No space") || text.contains("quota") ->
                "the disk is full. Make room, or choose another one with --data";
            default -> cause.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(" Exception", "")
                    + (text.isEmpty() ? "" : ", " + text) + ". Choose another one with --data";
        };
    }
}
