package org.clubpost.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.clubpost.local.files.OwnerOnlyFile;

/**
 * Where the parts of a running service are, for the command line to reach them. It lies in the data directory while the
 * service runs.
 *
 * @param pages the address of the HTTP front on this machine
 * @param smtpPort the port that takes mail
 * @param domain the domain of the lists' addresses
 * @param publicUrl what stands before every link in a mail
 */
public record RunningService(URI pages, int smtpPort, String domain, URI publicUrl) {

    /** The service that runs on that data directory; empty when no service does. */
    public static Optional<RunningService> find(Path data) {
        try {
            var file = new DataLayout(data).service();
            if (!Files.exists(file) || !DataDirectory.isTaken(data)) {
                return Optional.empty();
            }
            var facts = new Properties();
            facts.load(new StringReader(OwnerOnlyFile.read(file)));
            return Optional.of(new RunningService(uri(facts, "pages"), Integer.parseInt(facts.getProperty("smtp")),
                    facts.getProperty("domain"), uri(facts, "public")));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static URI uri(Properties facts, String name) {
        return URI.create(facts.getProperty(name));
    }

    void write(DataLayout data) throws IOException {
        var facts = new Properties();
        facts.setProperty("pages", pages.toString());
        facts.setProperty("smtp", Integer.toString(smtpPort));
        facts.setProperty("domain", domain);
        facts.setProperty("public", publicUrl.toString());
        var text = new StringWriter();
        facts.store(text, null);
        OwnerOnlyFile.write(data.service(), text.toString());
    }

    static void remove(DataLayout data) throws IOException {
        Files.deleteIfExists(data.service());
    }
}
