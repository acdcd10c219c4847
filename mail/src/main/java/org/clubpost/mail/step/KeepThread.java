package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;

/**
 * Keeps threads together although SES gives every member's copy a Message-ID of its own (RFC 5322 section 3.6.4).
 *
 * <p>The post's own id goes to the end of References, so that all copies have it in common. A member's mail program answers
 * with In-Reply-To naming its copy, and with References that end in the post's id and then the copy's. So the id before a
 * copy's is the one that everybody knows: it takes the copy's place in In-Reply-To, and the copy's goes from References.
 */
final class KeepThread implements Step {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\x00-\\x20\\x7f-\\xff]{1,400}>");

    /** The domains of the ids that SES makes: {@code REGION.amazonses.com}, {@code email.amazonses.com}. */
    private static final Pattern OF_A_COPY = Pattern.compile("<[^@]+@[a-z0-9-]+\\.amazonses\\.com>");

    /** How many ids are kept: the first one, and the latest. Long threads would outgrow what relays accept. */
    private static final int MOST = 30;

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Header header = mail.header();
        List<String> references = ids(header.value("References"));
        List<String> parents = ids(header.value("In-Reply-To"));
        List<String> known = parents.stream().map(parent -> original(parent, references)).distinct().toList();
        Set<String> thread = new LinkedHashSet<>(references.isEmpty() ? parents : references);
        if (references.stream().anyMatch(id -> !isOfACopy(id))) {
            thread.removeIf(KeepThread::isOfACopy);
        }
        ids(header.value("Message-ID")).stream().findFirst().ifPresent(own -> {
            thread.remove(own);
            thread.add(own);
        });
        if (!known.equals(parents)) {
            header = header.with("In-Reply-To", String.join("\r\n ", known));
        }
        return mail
                .with(thread.isEmpty() ? header : header.with("References", String.join("\r\n ", shortened(thread))));
    }

    /** The id that stands before a copy's in References; the same id for one that SES did not make. */
    private static String original(String id, List<String> references) {
        for (int i = isOfACopy(id) ? references.indexOf(id) - 1 : -1; i >= 0; i--) {
            if (!isOfACopy(references.get(i))) {
                return references.get(i);
            }
        }
        return id;
    }

    private static boolean isOfACopy(String id) {
        return OF_A_COPY.matcher(id).matches();
    }

    private static List<String> shortened(Set<String> thread) {
        List<String> kept = new ArrayList<>(thread);
        if (kept.size() > MOST) {
            kept.subList(1, kept.size() - MOST + 1).clear();
        }
        return kept;
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
