package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;

/**
 * Puts the post's own Message-ID at the end of its References (RFC 5322 section 3.6.4). SES gives every member's copy
 * another Message-ID; this one they then have in common, so that replies to different copies come together in one thread.
 */
final class ReferToOriginal implements Step {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\x00-\\x20\\x7f-\\xff]{1,400}>");

    /** How many ids are kept: the first one, and the latest. Long threads would outgrow what relays accept. */
    private static final int MOST = 30;

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Header header = mail.header();
        LinkedHashSet<String> references = new LinkedHashSet<>(ids(header.value("References")));
        if (references.isEmpty()) {
            references.addAll(ids(header.value("In-Reply-To")));
        }
        List<String> own = ids(header.value("Message-ID"));
        if (own.isEmpty()) {
            return mail;
        }
        references.remove(own.getFirst());
        references.add(own.getFirst());
        List<String> kept = new ArrayList<>(references);
        if (kept.size() > MOST) {
            kept.subList(1, kept.size() - MOST + 1).clear();
        }
        return mail.with(header.with("References", String.join("\r\n ", kept)));
    }

    private static List<String> ids(Optional<String> value) {
        List<String> found = new ArrayList<>();
        Matcher matcher = MESSAGE_ID.matcher(value.orElse(""));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
