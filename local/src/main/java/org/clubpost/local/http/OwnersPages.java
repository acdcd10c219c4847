package org.clubpost.local.http;

import java.time.Duration;

/**
 * Pages that are the business of whoever runs the service: for programs on this machine that have the key. A link with
 * the key in it puts the key into a cookie, and leads on to the page.
 */
public final class OwnersPages implements PageSource {

    /** The parameter of the link that has the key in it. */
    public static final String PARAMETER = "key";

    private static final Duration LIFE = Duration.ofDays(365);
    private static final String NO_KEY = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>This page opens with a link</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="/site/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/site/style.css"></head>
            <body><main>
            <h1>This page opens with a link</h1>
            <p>It is for whoever runs Clubpost on this machine. <code>./clubpost start</code> prints the link to it.</p>
            <p>To print the link again, type <code>./clubpost links</code> where you started the service, with the same
            <code>--data</code> if you gave one.</p>
            </main></body>
            </html>
            """;

    private final PageSource pages;
    private final String path;
    private final PageKey key;
    private final String cookie;

    /**
     * Guards pages.
     *
     * @param pages what is guarded
     * @param path the path under which they are
     * @param key what opens them
     * @param port the port of the pages, because browsers do not keep the cookies of ports apart
     */
    public OwnersPages(PageSource pages, String path, PageKey key, int port) {
        this.pages = pages;
        this.path = path;
        this.key = key;
        this.cookie = cookieName(port);
    }

    /** The name of the cookie that has the key in it. */
    public static String cookieName(int port) {
        return "clubpost-" + port;
    }

    @Override
    public Reply get(PageRequest request) {
        if (!request.isFromHere()) {
            return Reply.text(404, "There is no such page.\n");
        }
        if (key.matches(request.parameter(PARAMETER))) {
            return Reply.empty(303).with("Location", path).with("Cache-Control", "no-store")
                    .with("Referrer-Policy", "no-referrer")
                    .with("Set-Cookie", "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict"
                            .formatted(cookie, key.text(), LIFE.toSeconds()));
        }
        return key.matches(request.cookies().getOrDefault(cookie, ""))
                ? pages.get(request)
                : Reply.html(403, NO_KEY);
    }
}
