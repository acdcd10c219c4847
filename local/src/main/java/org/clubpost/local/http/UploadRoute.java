package org.clubpost.local.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.FilePart;
import org.clubpost.core.UnavailableException;
import org.clubpost.local.files.FolderUploads;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes a file from a form that {@link FolderUploads} made. Whoever has no such form is refused before anything is read,
 * and few files come at a time.
 */
final class UploadRoute {

    /** What a browser writes around a file. */
    private static final int AROUND = 8_192;
    /** For three of the largest at a time; whoever sends one was given a form. */
    private static final long SPACE = 64L << 20;

    private final FolderUploads uploads;
    private final HttpDoor door;
    private final FunctionRoute.Answering answering;
    private final BodySpace space = new BodySpace(SPACE);

    UploadRoute(FolderUploads uploads, HttpDoor door, FunctionRoute.Answering answering) {
        this.uploads = uploads;
        this.door = door;
        this.answering = answering;
    }

    private static final String TOO_LARGE = """
            This file is too large for this form, and nothing of it was kept. Go back to the page from which you sent it: \
            it says how large a file may be, and what to do with a larger one.
            """;

    void serve(Request request, Response response, Callback callback) {
        var leave = HttpMethod.POST.is(request.getMethod())
                ? uploads.leave(query(request))
                : Optional.<FolderUploads.Leave>empty();
        if (leave.isEmpty()) {
            answering.write(request, Reply.text(403, "This form is not good, or not any more.\n"), response, callback);
        } else {
            read(request, leave.get(), response, callback);
        }
    }

    private static Map<String, String> query(Request request) {
        var fields = new HashMap<String, String>();
        Request.extractQueryParameters(request).forEach(field -> fields.put(field.getName(), field.getValue()));
        return fields;
    }

    private void read(Request request, FolderUploads.Leave leave, Response response, Callback callback) {
        var most = Math.toIntExact(leave.most() + AROUND);
        BodyReader.read(request, most, most, space, new BodyReader.Then() {

            @Override
            public void whole(byte[] body) {
                door.isWhole(request);
                answering.write(request, kept(request, leave, body), response, callback);
            }

            @Override
            public void tooLarge() {
                answering.write(request, Reply.text(413, TOO_LARGE), response, callback);
            }

            @Override
            public void noSpace() {
                answering.write(request, Reply.text(503, "Others are sending files. Please try again in a moment.\n")
                        .with("Retry-After", "10"), response, callback);
            }

            @Override
            public void failed(Throwable failure) {
                callback.failed(failure);
            }
        });
    }

    private Reply kept(Request request, FolderUploads.Leave leave, byte[] body) {
        var type = Optional.ofNullable(request.getHeaders().get("Content-Type")).orElse("");
        var file = FilePart.of(type, body);
        if (file.isEmpty()) {
            return Reply.text(400, "This is no form with a file.\n");
        }
        if (file.get().length > leave.most()) {
            return Reply.text(413, TOO_LARGE);
        }
        try {
            uploads.keep(leave.key(), file.get());
        } catch (UnavailableException full) {
            return Reply.text(503, "The file cannot be kept.\n");
        }
        return Reply.empty(303).with("Location", leave.onwards().toString());
    }
}
