package org.clubpost.function.admin.imports;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.store.UploadKey;
import org.clubpost.core.store.Uploads;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * The file that somebody sends to be imported: with a form of ours, or, when it is large, past us to where large files
 * lie. Only whoever was given the form for a large one, in the same session, has the proof that goes with its name.
 *
 * @param uploads where large files lie; asked for when there is one
 * @param publicUrl where browsers are led back to
 * @param random must be cryptographically strong
 */
public record ImportFiles(Supplier<Uploads> uploads, URI publicUrl, RandomGenerator random) {

    static final String FILE = "file";
    static final String NAME = "name";
    static final String DATA = "data";
    static final String UPLOAD = "upload";
    static final String PROOF = "proof";
    static final long MEGABYTE = 1_000_000;
    /** The largest of all. It is read anew for each part of the import, and a function has 28 seconds. */
    static final long LARGEST = 10 * MEGABYTE;
    static final KnownFields QUERY = new KnownFields(Map.of(UPLOAD, 32, PROOF, 60), true);

    /** The file of this form or link; empty when there is none, or it is too large. */
    Optional<SentFile> of(RoomVisit visit) {
        return visit.file(FILE).filter(sent -> !sent.isEmpty()).map(sent -> SentFile.of(sent.name(), sent.octets()))
                .or(() -> stored(visit)).or(() -> SentFile.unpack(visit.text(NAME), visit.text(DATA)));
    }

    private Optional<SentFile> stored(RoomVisit visit) {
        var name = visit.text(UPLOAD);
        return UploadKey.of(visit.list().id(), name).filter(_ -> visit.text(PROOF).equals(proof(visit, name)))
                .flatMap(key -> uploads.get().find(key, LARGEST))
                .map(content -> SentFile.stored(name, content.toByteArray()));
    }

    /** Our mark on the name of a file, good in this session and for this list. */
    static String proof(RoomVisit visit, String name) {
        return visit.mark(visit.room("import") + "/" + name);
    }

    /** A form for a large file, which leads back to the room. */
    Uploads.Form form(RoomVisit visit) {
        var key = UploadKey.fresh(visit.list().id(), random);
        return uploads.get().form(key, LARGEST, publicUrl.resolve(RoomVisit.withQuery(visit.room("import"),
                Map.of(UPLOAD, key.name(), PROOF, proof(visit, key.name())))), visit.now());
    }
}
