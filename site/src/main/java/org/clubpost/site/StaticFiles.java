package org.clubpost.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.text.Languages;

/**
 * The files that are the same for every visitor: the style, the icons, the page for paths where there is nothing, and in
 * every language the front page.
 */
public final class StaticFiles {

    /** The page for paths where there is nothing. In the cloud, {@code template.yaml} has CloudFront show it. */
    public static final String NOT_FOUND = "/not-found.html";

    static final String FOLDER = "/site/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    private final Map<String, StaticFile> files;

    private StaticFiles(Map<String, StaticFile> files) {
        this.files = files;
    }

    /** The files, in the words of that site. */
    public static StaticFiles of(Site site) {
        var front = new FrontPage(site);
        var files = new ArrayList<StaticFile>(List.of(
                StaticFile.resource(FOLDER + "style.css", "text/css; charset=utf-8", "static/style.css"),
                StaticFile.resource(FOLDER + "rooms.css", "text/css; charset=utf-8", "static/rooms.css"),
                StaticFile.resource(FOLDER + "passkeys.js", SCRIPT, "static/passkeys.js"),
                StaticFile.resource(FOLDER + "proof.js", SCRIPT, "static/proof.js"),
                StaticFile.resource(FOLDER + "proof-worker.js", SCRIPT, "static/proof-worker.js"),
                StaticFile.resource(FOLDER + "again.js", SCRIPT, "static/again.js"),
                StaticFile.resource(FOLDER + "files.js", SCRIPT, "static/files.js"),
                StaticFile.resource(FOLDER + "goes-on.js", SCRIPT, "static/goes-on.js"),
                StaticFile.resource(FOLDER + "icon.svg", "image/svg+xml", "static/icon.svg"),
                StaticFile.resource("/favicon.ico", "image/x-icon", "static/favicon.ico"),
                StaticFile.resource("/robots.txt", "text/plain; charset=utf-8", "static/robots.txt"),
                StaticFile.text(NOT_FOUND, HTML, new NotFoundPage(site).page()),
                StaticFile.text("/", HTML, front.page(Languages.ALL.getFirst()))));
        for (var language : Languages.ALL) {
            files.add(StaticFile.text(FrontPage.path(language), HTML, front.page(language)));
        }
        var byPath = new TreeMap<String, StaticFile>();
        files.forEach(each -> byPath.put(each.path(), each));
        return new StaticFiles(byPath);
    }

    /** The file at that path. */
    public Optional<StaticFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** All files, by path. */
    public Collection<StaticFile> all() {
        return List.copyOf(files.values());
    }
}
