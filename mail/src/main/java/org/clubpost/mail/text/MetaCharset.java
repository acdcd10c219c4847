package org.clubpost.mail.text;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clubpost.mail.mime.Octets;

/**
 * What HTML says of its own charset (HTML Living Standard, section 4.2.5.4). In a mail the header's word counts more,
 * but many headers say nothing, and whoever saves a text looks there alone.
 */
final class MetaCharset {

    /** Only the beginning may say it: so many octets. */
    private static final int LOOKED_AT = 2 << 10;
    private static final Pattern META = Pattern
            .compile("(?i)(<meta\\b[^<>]{0,200}?\\bcharset\\s{0,9}=\\s{0,9}[\"']?)([\\w.:-]{1,40})");

    private MetaCharset() {}

    /** The charset that the HTML names; empty if it names none that is known. */
    static Optional<Charset> of(Octets html) {
        Matcher meta = META.matcher(html.slice(0, Math.min(html.length(), LOOKED_AT)).latin1());
        return meta.find() ? Charsets.named(meta.group(2)) : Optional.empty();
    }

    /** The HTML with UTF-8 named wherever it names a charset. */
    static String inUtf8(String html) {
        int end = Math.min(html.length(), LOOKED_AT);
        String head = META.matcher(html.substring(0, end)).replaceAll("$1utf-8");
        return html.startsWith(head) ? html : head + html.substring(end);
    }
}
