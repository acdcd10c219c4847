package org.clubpost.function.admin.write;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.UploadKey;
import org.clubpost.core.store.Uploads;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.mail.compose.Draft;

/**
 * Where posts that are being written are laid aside with their files: where large files lie, for a day. Only whoever was
 * given the name of one, in the same session, has the proof that goes with it. Somebody who changes the same post in two
 * windows at the same moment has what the later one says.
 *
 * @param uploads where files lie; asked for when there is one
 * @param publicUrl where browsers are led back to
 * @param random must be cryptographically strong
 */
public record Sheets(Supplier<Uploads> uploads, URI publicUrl, RandomGenerator random) {

    /** The field with the name of the post that is being written. */
    static final String DRAFT = "draft";
    /** The field with the proof that goes with it. */
    static final String PROOF = "proof";
    /** The field with the files that a form shows. */
    static final String HAVING = "having";
    /** The field with the name of a file that was sent past us. */
    static final String UPLOAD = "upload";
    /** The field with the proof that it was sent for this post. */
    static final String ARRIVED = "arrived";

    private static final String WRITE = "write";
    private static final String FILES = "files";
    private static final int MOST_OF_SHEET = 2_000_000;
    /** The largest mail that Amazon SES sends. */
    private static final long LARGEST_MAIL = 40L << 20;
    private static final long AROUND_FILES = 20_000;
    /** RFC 2045 section 6.8: 57 octets are a line of 76 characters, with its end. */
    private static final int LINE_OCTETS = 57;
    private static final int LINE_WRITTEN = 78;

    /** The name of a new one. */
    String fresh(MailingList list) {
        return UploadKey.fresh(list.id(), random).name();
    }

    /** How many octets the files of a post to that list may have, together: what fits into the largest mail it takes. */
    static long most(MailingList list) {
        return Math.max(0, (Math.min(list.posting().maxBytes(), LARGEST_MAIL) - AROUND_FILES) / LINE_WRITTEN
                * LINE_OCTETS);
    }

    /** Our mark on the name of a post that is being written, good in this session and for this list. */
    static String proof(RoomVisit visit, String draft) {
        return visit.mark(visit.room(WRITE) + "/" + draft);
    }

    private static String arrived(RoomVisit visit, String draft, String upload) {
        return visit.mark(visit.room(WRITE, FILES) + "/" + draft + "/" + upload);
    }

    /** Whether the link or the form has the name of a post that was begun in this session. */
    static boolean isOurs(RoomVisit visit) {
        return visit.has(DRAFT) && visit.text(PROOF).equals(proof(visit, visit.text(DRAFT)));
    }

    /** Whether it has the name of a file, too, which was to be sent for that post. */
    static boolean hasArrived(RoomVisit visit) {
        return visit.has(UPLOAD)
                && visit.text(ARRIVED).equals(arrived(visit, visit.text(DRAFT), visit.text(UPLOAD)));
    }

    /** Where the post goes on. */
    static String wayBack(RoomVisit visit) {
        return RoomVisit.withQuery(visit.room(WRITE), names(visit));
    }

    /** Where files are added to it. */
    static String wayToFiles(RoomVisit visit) {
        return RoomVisit.withQuery(visit.room(WRITE, FILES), names(visit));
    }

    private static Map<String, String> names(RoomVisit visit) {
        var draft = visit.text(DRAFT);
        return Map.of(DRAFT, draft, PROOF, proof(visit, draft));
    }

    /** What was laid aside under the name that {@link #isOurs}; empty when nothing was, or its day is over. */
    Sheet find(RoomVisit visit) {
        return key(visit.list(), visit.text(DRAFT)).flatMap(key -> uploads.get().find(key, MOST_OF_SHEET))
                .map(MailContent::toByteArray).map(Sheet::read).orElse(Sheet.EMPTY);
    }

    /** Lays it aside under the name that {@link #isOurs}. */
    void keep(RoomVisit visit, Sheet sheet) {
        key(visit.list(), visit.text(DRAFT)).ifPresent(key -> uploads.get().keep(key, sheet.written()));
    }

    /** Keeps a file that came with a form. */
    Sheet.Attached keep(MailingList list, String name, byte[] octets) {
        var key = UploadKey.fresh(list.id(), random);
        uploads.get().keep(key, octets);
        return new Sheet.Attached(key.name(), octets.length, FileName.of(name));
    }

    /** A form for a file that is sent past us, which leads back to where files are added. */
    Uploads.Form form(RoomVisit visit, long most) {
        var upload = UploadKey.fresh(visit.list().id(), random);
        var draft = visit.text(DRAFT);
        return uploads.get().form(upload, most, publicUrl.resolve(RoomVisit.withQuery(visit.room(WRITE, FILES),
                Map.of(DRAFT, draft, PROOF, proof(visit, draft), UPLOAD, upload.name(), ARRIVED,
                        arrived(visit, draft, upload.name())))),
                visit.now());
    }

    /** How large the file is that {@link #hasArrived}; empty when it has not. */
    OptionalLong size(RoomVisit visit) {
        return key(visit.list(), visit.text(UPLOAD)).map(key -> uploads.get().size(key)).orElseGet(OptionalLong::empty);
    }

    /** The files with what is in them; empty when one is not there any more, or they have become too large. */
    Optional<List<Draft.File>> open(MailingList list, Sheet sheet) {
        var left = most(list);
        var opened = new ArrayList<Draft.File>();
        for (var file : sheet.files()) {
            var most = left;
            var content = key(list, file.upload()).flatMap(key -> uploads.get().find(key, most));
            if (content.isEmpty()) {
                return Optional.empty();
            }
            left -= content.get().sizeBytes();
            opened.add(new Draft.File(file.name(), content.get().toByteArray()));
        }
        return Optional.of(opened);
    }

    /** Removes a file. */
    void remove(MailingList list, Sheet.Attached file) {
        key(list, file.upload()).ifPresent(uploads.get()::remove);
    }

    /** Removes all of it: its files first, so that what is left names those that are. */
    void remove(RoomVisit visit, Sheet sheet) {
        if (!sheet.equals(Sheet.EMPTY)) {
            sheet.files().forEach(file -> remove(visit.list(), file));
            key(visit.list(), visit.text(DRAFT)).ifPresent(uploads.get()::remove);
        }
    }

    private static Optional<UploadKey> key(MailingList list, String name) {
        return UploadKey.of(list.id(), name);
    }
}
