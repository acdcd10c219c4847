package org.clubpost.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.text.Languages;

/**
 * The files that are the same for every visitor: the style, the icon, and in every language the front page and the page
 * that follows the form.
 */
public final class StaticFiles {

    static final String FOLDER = "/site/";
    private static final String HTML = "text/html; charset=utf-8";

    private final Map<String, StaticFile> files;

    private StaticFiles(Map<String, StaticFile> files) {
        this.files = files;
    }

    /** The files, in the words of that site. */
    public static StaticFiles of(Site site) {
        var front = new FrontPage(site);
        var inbox = new InboxPage(site);
        var files = new ArrayList<StaticFile>(List.of(
                file(FOLDER + "style.css", "text/css; charset=utf-8", "static/style.css"),
                file(FOLDER + "icon.svg", "image/svg+xml", "static/icon.svg"),
                file("/robots.txt", "text/plain; charset=utf-8", "static/robots.txt"),
                new StaticFile("/", HTML, front.page(Languages.ALL.getFirst()))));
        for (var language : Languages.ALL) {
            files.add(new StaticFile(FrontPage.path(language), HTML, front.page(language)));
            files.add(new StaticFile(InboxPage.path(language), HTML, inbox.page(language)));
        }
        var byPath = new TreeMap<String, StaticFile>();
        files.forEach(each -> byPath.put(each.path(), each));
        return new StaticFiles(byPath);
    }

    private static StaticFile file(String path, String contentType, String resource) {
        return new StaticFile(path, contentType, Resources.text(resource));
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
