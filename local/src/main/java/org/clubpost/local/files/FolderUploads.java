package org.clubpost.local.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.UploadKey;
import org.clubpost.core.store.Uploads;

/**
 * Files that browsers sent, in a folder. A form leads to {@value #PATH}, and its query says with our mark which file may
 * come, how large, and until when; so what a stranger sends is refused before any of it is read. Who runs a list can have
 * any number of forms, so of a list the newest {@value #MOST_FILES} files are kept, as long as they have no more than 200 MB
 * together, and nobody fills the disk. Safe for use by many threads.
 */
public final class FolderUploads implements Uploads {

    /** Where forms are sent. */
    public static final String PATH = "/uploads";

    /** More than those who run a list import and write at the same time. */
    private static final int MOST_FILES = 200;
    private static final long MOST_OCTETS = 200_000_000;
    /** The names of files that are whole. */
    private static final String FINISHED = "[!.]*";
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final String MARK = "mark";

    private final Path folder;
    private final MembershipTokens tokens;
    private final InstantSource clock;

    /**
     * Leave to send a file.
     *
     * @param key where it will lie
     * @param most how many octets it may have
     * @param onwards where the browser is led then
     */
    public record Leave(UploadKey key, long most, URI onwards) {}

    /**
     * Keeps files there.
     *
     * @param folder is made when there is something to be kept
     * @param tokens have the keys for marks
     */
    public FolderUploads(Path folder, MembershipTokens tokens, InstantSource clock) {
        this.folder = folder;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Form form(UploadKey key, long most, URI onwards, Instant now) {
        var fields = new TreeMap<>(Map.of("key", key.value(), "most", Long.toString(most), "onwards",
                onwards.toString(), "until", Long.toString(now.plus(VALID).toEpochMilli())));
        fields.put(MARK, tokens.mark(marked(fields)));
        return new Form(PATH + "?" + fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&")), Map.of());
    }

    private static String marked(Map<String, String> fields) {
        return "upload\n" + String.join("\n", fields.getOrDefault("key", ""), fields.getOrDefault("most", ""),
                fields.getOrDefault("onwards", ""), fields.getOrDefault("until", ""));
    }

    /** What the query of a form allows; empty when we did not write it, or its time is over. */
    public Optional<Leave> leave(Map<String, String> query) {
        var until = query.getOrDefault("until", "");
        if (!tokens.isMark(marked(query), query.getOrDefault(MARK, "")) || !DIGITS.matcher(until).matches()
                || !clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(until)))) {
            return Optional.empty();
        }
        return Optional.of(new Leave(new UploadKey(query.getOrDefault("key", "")),
                Long.parseLong(query.getOrDefault("most", "0")), URI.create(query.getOrDefault("onwards", ""))));
    }

    @Override
    public void keep(UploadKey key, byte[] octets) {
        var file = file(key);
        try {
            Files.createDirectories(file.getParent());
            var unfinished = file.resolveSibling("." + UUID.randomUUID());
            try {
                OwnerOnly.createFile(unfinished);
                Files.write(unfinished, octets);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            removeOldest(file, octets.length);
        } catch (IOException e) {
            throw new UnavailableException("a file cannot be kept", e);
        }
    }

    /** Keeps that file, and so many others of its list as may be. Those that are still written are not looked at. */
    private static void removeOldest(Path newest, long size) throws IOException {
        var others = new ArrayList<Aged>();
        try (var all = Files.newDirectoryStream(newest.getParent(), FINISHED)) {
            for (var file : all) {
                if (!file.equals(newest)) {
                    Aged.of(file).ifPresent(others::add);
                }
            }
        }
        others.sort(Comparator.comparing(Aged::written).reversed());
        var octets = size;
        var files = 1;
        for (var each : others) {
            octets += each.octets();
            files++;
            if (files > MOST_FILES || octets > MOST_OCTETS) {
                Files.deleteIfExists(each.file());
            }
        }
    }

    /**
     * A file with its age.
     *
     * @param file the file
     * @param written when it was written
     * @param octets how large it is
     */
    private record Aged(Path file, FileTime written, long octets) {

        /** Empty when it is gone by now. */
        static Optional<Aged> of(Path file) throws IOException {
            try {
                return Optional.of(new Aged(file, Files.getLastModifiedTime(file), Files.size(file)));
            } catch (NoSuchFileException gone) {
                return Optional.empty();
            }
        }
    }

    private Path file(UploadKey key) {
        return folder.resolve(key.value().substring(UploadKey.PREFIX.length()));
    }

    @Override
    public Optional<MailContent> find(UploadKey key, long most) {
        try {
            return Files.size(file(key)) > most
                    ? Optional.empty()
                    : Optional.of(MailContent.of(Files.readAllBytes(file(key))));
        } catch (NoSuchFileException nothingThere) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnavailableException("a file cannot be read", e);
        }
    }

    @Override
    public OptionalLong size(UploadKey key) {
        try {
            return OptionalLong.of(Files.size(file(key)));
        } catch (NoSuchFileException nothingThere) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UnavailableException("a file cannot be read", e);
        }
    }

    @Override
    public void remove(UploadKey key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UnavailableException("a file cannot be removed", e);
        }
    }

    /** Removes what is older than a day. */
    public void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (Aged.of(file).filter(each -> isOver(each.written())).isPresent()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UnavailableException("old files cannot be removed", e);
        }
    }

    private boolean isOver(FileTime written) {
        return written.toInstant().plus(KEPT).isBefore(clock.instant());
    }
}
