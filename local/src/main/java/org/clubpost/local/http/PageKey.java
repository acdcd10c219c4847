package org.clubpost.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.clubpost.local.files.OwnerOnlyFile;
import org.jspecify.annotations.Nullable;

/**
 * What opens the owner's pages on this machine: whoever may read the data directory knows it, and nobody else. It stays
 * the same over restarts.
 */
public final class PageKey {

    private static final int OCTETS = 24;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final String text;

    private PageKey(String text) {
        this.text = text;
    }

    /**
     * The key in that file. When there is none, or it is not one, a new one is made.
     *
     * @param random must be cryptographically strong
     */
    public static PageKey open(Path file, RandomGenerator random) throws IOException {
        var found = find(file);
        if (found.isPresent()) {
            return found.get();
        }
        var octets = new byte[OCTETS];
        random.nextBytes(octets);
        var made = new PageKey(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
        OwnerOnlyFile.write(file, made.text + "\n");
        return made;
    }

    /** The key in that file; empty when there is none. */
    public static Optional<PageKey> find(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(OwnerOnlyFile.read(file).strip()).filter(SHAPE.asMatchPredicate()).map(PageKey::new)
                : Optional.empty();
    }

    /** The key itself, for a link or a cookie. */
    public String text() {
        return text;
    }

    /** Takes the same time whatever was sent, so that nobody finds the key out letter by letter. */
    boolean matches(String sent) {
        return MessageDigest.isEqual(text.getBytes(UTF_8), sent.getBytes(UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageKey key && matches(key.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Says what this is, and not the key. */
    @Override
    public String toString() {
        return "PageKey[hidden]";
    }
}
