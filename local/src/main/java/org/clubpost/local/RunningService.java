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
import org.clubpost.local.http.OwnersPages;
import org.clubpost.local.http.PageKey;

/**
 * Where the parts of a running service are, for the command line to reach them. It lies in the data directory while the
 * service runs.
 *
 * @param pages the address of the HTTP front on this machine
 * @param smtpPort the port that takes mail
 * @param domain the domain of the lists' addresses
 * @param publicUrl what stands before every link in a mail
 * @param pageKey what opens the mailbox and the posts; empty when they are not shown
 * @param signIn the link that signs the operator in, once
 */
public record RunningService(URI pages, int smtpPort, String domain, URI publicUrl, Optional<PageKey> pageKey,
        URI signIn) {

    private static final String ON = "on";

    /** The service that runs on that data directory; empty when no service does. */
    public static Optional<RunningService> find(Path data) {
        try {
            var layout = new DataLayout(data);
            var file = layout.service();
            if (!Files.exists(file) || !DataDirectory.isTaken(data)) {
                return Optional.empty();
            }
            var facts = new Properties();
            facts.load(new StringReader(OwnerOnlyFile.read(file)));
            return Optional.of(new RunningService(uri(facts, "pages"), Integer.parseInt(facts.getProperty("smtp")),
                    facts.getProperty("domain"), uri(facts, "public"),
                    ON.equals(facts.getProperty("local-pages"))
                            ? PageKey.find(layout.pageKey())
                            : Optional.empty(),
                    URI.create(facts.getProperty("sign-in", facts.getProperty("public")))));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The link that opens one of the owner's pages in a browser; empty when they are not shown.
     *
     * @param path {@code /mailbox} or {@code /posts}
     */
    public Optional<URI> link(String path) {
        return pageKey.map(key -> URI.create(pages + path + "?" + OwnersPages.PARAMETER + "=" + key.text()));
    }

    /** The field {@code Cookie} with which a program gets the owner's pages; empty when they are not shown. */
    public String cookie() {
        return pageKey.map(key -> OwnersPages.cookieName(pages.getPort()) + "=" + key.text()).orElse("");
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
        facts.setProperty("local-pages", pageKey.isPresent() ? ON : "off");
        facts.setProperty("sign-in", signIn.toString());
        var text = new StringWriter();
        facts.store(text, null);
        OwnerOnlyFile.write(data.service(), text.toString());
    }

    static void remove(DataLayout data) throws IOException {
        Files.deleteIfExists(data.service());
    }
}
