package org.clubpost.local.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clubpost.core.UnavailableException;
import org.clubpost.local.DataLayout;
import org.clubpost.local.RunningService;
import org.clubpost.local.sqlite.DatabaseHead;
import org.clubpost.local.sqlite.Faults;
import org.clubpost.local.sqlite.Inspection;

/**
 * Looks a whole data directory over, with or without a running service. It reads the database once and looks at every
 * mail's file, but reads no mail; what is in memory does not grow with them, but for the names in one folder.
 */
public final class Checkup {

    private static final String SUBJECT = "database";

    private final Scene scene;
    private final Consumer<Finding> findings;

    /**
     * @param findings gets what is found, one after the other
     */
    public Checkup(DataLayout data, Instant now, Consumer<Finding> findings) {
        this.scene = new Scene(data, RunningService.find(data.root()).isPresent(), now);
        this.findings = findings;
    }

    /** Looks at everything. */
    public void run() {
        new FilesCheck(scene, findings).run();
        if (Files.notExists(scene.data().database())) {
            findings.accept(new Finding.Wrong(SUBJECT, scene.data().database() + " is not there",
                    Files.isDirectory(scene.data().oldTable())
                            ? "take the data of the older version along: docs/operations.md, \"Data of an older version\""
                            : Files.exists(scene.data().mail()) || Files.exists(scene.data().secrets())
                                    ? scene.wayBack()
                                    : "make one with: ./clubpost start"));
            return;
        }
        try {
            lookInto();
        } catch (SQLException e) {
            findings.accept(new Finding.Wrong(SUBJECT, Faults.explain(e), scene.wayBack()));
        } catch (IOException | UncheckedIOException | UnavailableException e) {
            findings.accept(new Finding.Wrong("files", "not all could be read: " + e.getMessage(),
                    "run this as the user who runs the service"));
        }
    }

    private void lookInto() throws SQLException, IOException {
        if (DatabaseHead.read(scene.data().database()).isEmpty()) {
            findings.accept(new Finding.Wrong(SUBJECT, scene.data().database() + " is empty or no database",
                    scene.wayBack()));
            return;
        }
        try (var inspection = Inspection.open(scene.data().database())) {
            var faults = inspection.faults();
            if (!faults.isEmpty()) {
                findings.accept(damage(faults));
                return;
            }
            var version = version(inspection);
            version.ifPresent(findings);
            if (version.isPresent()) {
                return;
            }
            if (!inspection.isAsWeMadeIt()) {
                findings.accept(new Finding.Wrong(SUBJECT, "it has other tables than Clubpost makes",
                        scene.wayBack()));
                return;
            }
            findings.accept(new Finding.Right(SUBJECT, "whole, and of version " + inspection.version()));
            new CountersCheck(inspection).look(findings);
            new PostsCheck(scene, inspection).look(findings);
            new MailsCheck(scene, inspection).look(findings);
        }
    }

    private Finding damage(List<String> faults) {
        return new Finding.Wrong(SUBJECT, "damaged, at " + faults.size() + (faults.size() == 1 ? " place" : " places")
                + " at least: " + faults.getFirst().replaceAll("\\s+", " "), scene.wayBack());
    }

    private Optional<Finding> version(Inspection inspection) throws SQLException {
        if (inspection.isOfThisVersion()) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseHead(inspection.version()).isNewer()
                ? new Finding.Wrong(SUBJECT, "a newer version of Clubpost has written it",
                        "use that version, or " + scene.wayBack())
                : inspection.version() == 0
                        ? new Finding.Wrong(SUBJECT, "there is nothing in it", "if this is a new installation, start"
                                + " it: ./clubpost start" + scene.option() + "; otherwise " + scene.wayBack())
                        : new Finding.Warning(SUBJECT, "an older version of Clubpost has written it",
                                "start this version once, which brings it up to date, and check again: ./clubpost start"
                                        + scene.option()));
    }
}
