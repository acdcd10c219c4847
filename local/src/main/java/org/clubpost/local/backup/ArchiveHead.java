package org.clubpost.local.backup;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/**
 * What an archive says of itself, in the entry {@value #NAME}.
 *
 * @param format the version of the archive's shape
 * @param created when it was begun; what came later may be missing
 */
record ArchiveHead(int format, Instant created) {

    static final String NAME = "clubpost-backup.properties";
    /** The version of the shape that this program writes, and the newest that it reads. */
    static final int FORMAT = 1;

    private static final String NOTE = "A backup of Clubpost. It holds the members' addresses and the secret keys of"
            + " the installation: keep it as you keep those. Read it with: ./clubpost restore FILE --data DIR";

    byte[] text() throws IOException {
        var facts = new Properties();
        facts.setProperty("format", Integer.toString(format));
        facts.setProperty("created", created.toString());
        var text = new StringWriter();
        facts.store(text, NOTE);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static ArchiveHead read(byte[] text) throws IOException {
        var facts = new Properties();
        try {
            facts.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
            return new ArchiveHead(Integer.parseInt(facts.getProperty("format", "")),
                    Instant.parse(facts.getProperty("created", "")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("the head of the archive is not understood", e);
        }
    }
}
