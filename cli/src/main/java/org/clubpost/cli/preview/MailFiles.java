package org.clubpost.cli.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clubpost.cli.output.CommandFailure;

/** The files that were asked for, including those in folders. */
final class MailFiles {

    private MailFiles() {}

    /**
     * One of the files.
     *
     * @param path where it is
     * @param name what it is called: its path below the folder that was named, or its file name
     */
    record MailFile(Path path, Path name) {}

    static List<MailFile> below(List<Path> named) {
        var files = new ArrayList<MailFile>();
        for (var path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path));
            } else if (Files.exists(path)) {
                files.add(new MailFile(path, path.getFileName()));
            } else {
                throw new CommandFailure("There is no file " + path + ".");
            }
        }
        return files;
    }

    private static List<MailFile> inFolder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().map(file -> new MailFile(file, folder.relativize(file)))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure("The folder " + folder + " cannot be read.");
        }
    }
}
