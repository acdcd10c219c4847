package org.clubpost.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The files that one of this machine's pages is made of. They lie beside its class in the build. */
public final class PageFiles {

    private PageFiles() {}

    /**
     * The octets of that file.
     *
     * @throws IllegalStateException when the build lacks it
     */
    public static byte[] read(Class<? extends PageSource> page, String name) {
        try (var in = page.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the build: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
