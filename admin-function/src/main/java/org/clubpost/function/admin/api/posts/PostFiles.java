package org.clubpost.function.admin.api.posts;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.write.FileName;
import org.clubpost.mail.compose.Draft;

/** The files in the body of a call, as they are attached to a post. Their content is base64 (RFC 4648 section 4). */
final class PostFiles {

    static final String FIELD = "files";

    private static final int MOST = 20;

    private PostFiles() {}

    static BodyField field() {
        return BodyField.files(FIELD, MOST);
    }

    /** The files, of a call of which nothing is {@link #wrong}. */
    static List<Draft.File> of(ApiCall call) {
        return call.files(FIELD).stream().map(file -> new Draft.File(
                FileName.of(text(file, BodyField.FILE_NAME)), content(file).orElseThrow())).toList();
    }

    /** Those whose content is not base64. */
    static List<Wrong> wrong(ApiCall call) {
        var files = call.files(FIELD);
        return IntStream.range(0, files.size()).filter(index -> content(files.get(index)).isEmpty())
                .mapToObj(index -> Wrong.in(FIELD, index, "has a content that is not base64")).toList();
    }

    private static String text(Map<?, ?> file, String member) {
        return file.get(member) instanceof String text ? text : "";
    }

    private static Optional<byte[]> content(Map<?, ?> file) {
        try {
            return Optional.of(Base64.getDecoder().decode(text(file, BodyField.FILE_CONTENT)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
