package org.clubpost.function.subscribe;

import java.util.Locale;
import java.util.Map;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.StaticFile;
import org.clubpost.site.StaticFiles;

/**
 * The files that are the same for every visitor, in a stack without CloudFront ({@code WithCloudFront: no}): there API
 * Gateway brings every path here that no other function has. Elsewhere such a path never gets here.
 *
 * @param files the files
 * @param front shows what is at the root
 * @param errors says that there is no such page
 */
record SitePages(StaticFiles files, FrontPage front, ErrorPages errors) implements Conversation {

    /** Whatever is in the query of such a path is nothing to us. */
    private static final KnownFields ANY = new KnownFields(Map.of(FormRequest.LANGUAGE_FIELD, 35), true);

    @Override
    public KnownFields fields() {
        return ANY;
    }

    @Override
    public Handled show(Visit visit) {
        if (visit.request().path().equals("/")) {
            return front.show(visit);
        }
        return files.find(visit.request().path()).map(SitePages::shown).orElseGet(() -> notThere(visit));
    }

    @Override
    public Handled act(Visit visit) {
        return notThere(visit);
    }

    private static Handled shown(StaticFile file) {
        return Handled.of(HttpAnswer.file(file.contentType(), file.octets()).with("cache-control", "max-age=300")
                .with("content-security-policy",
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'"),
                "file-shown");
    }

    private Handled notThere(Visit visit) {
        return Handled.of(HttpAnswer.html(404, errors.notFound(visit.language(Locale.ENGLISH))), "not-found");
    }
}
