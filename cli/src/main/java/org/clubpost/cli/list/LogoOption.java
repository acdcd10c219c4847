package org.clubpost.cli.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.list.Logo;
import org.clubpost.core.list.LogoFile;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The file with a club's picture, of a command that sets it. */
public final class LogoOption {

    @Option(
            names = "--logo",
            paramLabel = "FILE",
            description = "The club's picture: PNG, JPEG, WebP or SVG, at most 16 KB. To remove it: logo=")
    private @Nullable Path file;

    /**
     * The picture as the value of the setting {@code logo}; empty when no file was given.
     *
     * @throws CommandFailure when the file cannot be taken; says why, and what to do
     */
    public Optional<String> value() {
        return Optional.ofNullable(file).map(LogoOption::read).map(Logo::dataUrl);
    }

    private static Logo read(Path file) {
        return switch (LogoFile.take(octets(file))) {
            case LogoFile.Taken.Picture(var logo) -> logo;
            case LogoFile.Taken.TooLarge _ -> throw new CommandFailure(file + " is larger than "
                    + Logo.MAX_OCTETS / 1024 + " KB. A height of 104 pixels is enough; WebP and SVG are small.");
            case LogoFile.Taken.NoPicture _ -> throw new CommandFailure(
                    file + " is no PNG, JPEG, WebP or SVG picture that can be read.");
            case LogoFile.Taken.NotStill _ -> throw new CommandFailure(file + " is an SVG that moves, has scripts or a "
                    + "DOCTYPE, or loads other files. Save it as \"plain SVG\", or as a PNG.");
        };
    }

    /** One octet more than there may be is enough to say so. */
    private static byte[] octets(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Logo.MAX_OCTETS + 1);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read.");
        }
    }
}
