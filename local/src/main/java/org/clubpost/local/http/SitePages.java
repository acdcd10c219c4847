package org.clubpost.local.http;

import org.clubpost.site.StaticFile;
import org.clubpost.site.StaticFiles;

/** The files that are the same for every visitor, as the web server in front of the functions serves them. */
public final class SitePages implements PageSource {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final StaticFiles files;

    /** Serves those files. */
    public SitePages(StaticFiles files) {
        this.files = files;
    }

    @Override
    public Reply get(PageRequest request) {
        var found = files.find(request.path());
        if (found.isEmpty()) {
            return Reply.text(404, "There is no such page.\n");
        }
        var file = found.get();
        var reply = request.etag().equals(file.etag())
                ? Reply.empty(304)
                : reply(200, file);
        return reply.with("ETag", file.etag()).with("Cache-Control", "no-cache");
    }

    private static Reply reply(int status, StaticFile file) {
        return Reply.of(status, file.contentType(), file.octets()).with("Content-Security-Policy", POLICY);
    }
}
