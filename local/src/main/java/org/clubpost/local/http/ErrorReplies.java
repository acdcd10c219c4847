package org.clubpost.local.http;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ErrorPages;
import org.eclipse.jetty.server.Request;

/**
 * Says what went wrong as a page of ours, in the visitor's language (RFC 9110 section 12.5.4), where a line of plain text
 * would be. A program that accepts no page keeps the line.
 */
public final class ErrorReplies {

    private static final int MAX_FIELD = 200;
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final ErrorPages pages;

    /** With those pages. */
    public ErrorReplies(ErrorPages pages) {
        this.pages = pages;
    }

    /** The answer, as a page where it is a line about an error and the visitor takes pages. */
    Reply shown(Request request, Reply reply) {
        var type = reply.headers().getOrDefault("Content-Type", "");
        if (reply.status() < 400 || !type.startsWith("text/plain") || !takesPages(request)) {
            return reply;
        }
        var page = Reply.html(reply.status(), page(language(request), reply.status()));
        for (var field : reply.headers().entrySet()) {
            if (!field.getKey().equals("Content-Type")) {
                page = page.with(field.getKey(), field.getValue());
            }
        }
        return page.with("Content-Security-Policy", POLICY);
    }

    private String page(Locale language, int status) {
        return switch (status) {
            case 404 -> pages.notFound(language);
            case 500 -> pages.broken(language);
            case 503 -> pages.unavailable(language);
            case 413 -> pages.refused(language, "too-large", "body");
            default -> pages.refused(language, "unreadable", "request");
        };
    }

    private static boolean takesPages(Request request) {
        var path = Objects.requireNonNullElse(Request.getPathInContext(request), "");
        var accepted = field(request, "Accept");
        return !path.startsWith("/mailbox/api/")
                && (accepted.isEmpty() || accepted.contains("text/html") || accepted.contains("*/*"));
    }

    private static Locale language(Request request) {
        return Languages.best(wanted(field(request, "Accept-Language")), Locale.ENGLISH);
    }

    private static List<LanguageRange> wanted(String accepted) {
        try {
            return accepted.isBlank() || accepted.length() > MAX_FIELD ? List.of() : LanguageRange.parse(accepted);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return List.of();
        }
    }

    private static String field(Request request, String name) {
        return Objects.requireNonNullElse(request.getHeaders().get(name), "").toLowerCase(Locale.ROOT);
    }
}
