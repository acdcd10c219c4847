package org.clubpost.core.list.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.clubpost.core.list.Layout;

/** The address of a list's archive: http or https, with at most one {@value Layout#MESSAGE_ID}, after the host. */
final class ArchiveUrl {

    private static final Pattern SHAPE = Pattern
            .compile("https?://[^/?#{}]+(?:/[!-~&&[^{}<>\"\\\\^`|]]*(?:\\{message-id}[!-~&&[^{}<>\"\\\\^`|]]*)?)?");

    private ArchiveUrl() {}

    /** The address, if the text is one. Empty text stands for no archive. */
    static Optional<String> parse(String text) {
        return Optional.of(text).filter(each -> each.isEmpty() || isUrl(each));
    }

    private static boolean isUrl(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        try {
            return new URI(text.replace(Layout.MESSAGE_ID, "x")).getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
