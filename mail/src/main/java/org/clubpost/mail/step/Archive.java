package org.clubpost.mail.step;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.clubpost.core.list.Layout;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.mime.Entity;

/**
 * Where a post and its list can be read on the web, as far as the list says so.
 *
 * @param template the list's setting: a URL, perhaps with a place for the post's Message-ID; empty when there is no
 *         archive
 */
record Archive(String template) {

    /** No line of a header is longer than this (RFC 5322 section 2.1.1), including the field's name. */
    private static final int LONGEST = 950;

    static Archive of(PostContext context) {
        return new Archive(context.list().layout().archive());
    }

    /** The page of this post, if each post has one. */
    Optional<String> ofPost(Entity mail) {
        return Optional.of(template).filter(url -> url.contains(Layout.MESSAGE_ID))
                .flatMap(url -> mail.header().value("Message-ID").stream().flatMap(id -> MessageIds.in(id).stream())
                        .findFirst().map(id -> url.replace(Layout.MESSAGE_ID, escaped(id))))
                .filter(url -> url.length() <= LONGEST);
    }

    /** The page of all posts. If the setting is a URL for single posts, this is the folder in which they lie. */
    Optional<String> ofList() {
        int place = template.indexOf(Layout.MESSAGE_ID);
        return Optional.of(place < 0 ? template : template.substring(0, template.lastIndexOf('/', place) + 1))
                .filter(url -> !url.isEmpty());
    }

    /** The page that comes closest to this post; empty text without an archive. */
    String closest(Entity mail) {
        return ofPost(mail).or(this::ofList).orElse("");
    }

    private static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
