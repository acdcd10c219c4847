package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;

/**
 * Keeps threads together although SES gives every member's copy a Message-ID of its own (RFC 5322 section 3.6.4).
 *
 * <p>The post's own id goes to the end of References, so that all copies have it in common; not where copies keep it as
 * their Message-ID, because a mail that names itself ends in a circle. When a member answers,
 * In-Reply-To names that member's copy, and References end with the post's id and then the copy's id. If the copy is
 * remembered, its id gives way to the id of its post. If it is not, the id before it in References is the one that
 * everybody knows. That id takes the copy's place in In-Reply-To, and the copy's id is removed from References.
 */
final class KeepThread implements Step {

    /** The domains of the ids that SES makes: {@code REGION.amazonses.com}, {@code email.amazonses.com}. */
    private static final Pattern OF_A_COPY = Pattern.compile("[^@]+@[a-z0-9-]+\\.amazonses\\.com");

    /** How many ids are kept: the first one, and the latest. Long threads would outgrow what relays accept. */
    private static final int MOST = 30;

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Header header = mail.header();
        List<String> own = ids(header, "Message-ID").stream().limit(1).toList();
        List<String> named = without(ids(header, "In-Reply-To"), own);
        List<String> references = originals(without(ids(header, "References"), own), context);
        List<String> parents = without(originals(named, context).stream()
                .map(parent -> known(parent, references, context)).distinct().toList(), own);
        Set<String> thread = new LinkedHashSet<>(references.isEmpty() ? parents : references);
        if (references.stream().anyMatch(id -> !isUnknownCopy(id, context))) {
            thread.removeIf(id -> isUnknownCopy(id, context));
        }
        own.forEach(thread::remove);
        if (!context.passage().keepsIds()) {
            thread.addAll(own);
        }
        if (!parents.equals(ids(header, "In-Reply-To")) || parents.isEmpty()) {
            header = with(header, "In-Reply-To", parents);
        }
        return mail.with(with(header, "References", shortened(thread)));
    }

    /** A field without ids says nothing, and goes. */
    private static Header with(Header header, String field, List<String> ids) {
        return ids.isEmpty() ? header.without(field) : header.with(field, MessageIds.written(ids));
    }

    /** A mail does not answer itself. */
    private static List<String> without(List<String> ids, List<String> own) {
        return ids.stream().filter(id -> !own.contains(id)).toList();
    }

    private static List<String> ids(Header header, String field) {
        return header.value(field).map(MessageIds::in).orElse(List.of());
    }

    private static List<String> originals(List<String> ids, PostContext context) {
        return ids.stream().map(id -> context.originals().getOrDefault(id, id)).toList();
    }

    /** The id that stands before an unknown copy's id in References. Any other id is returned as it is. */
    private static String known(String id, List<String> references, PostContext context) {
        for (int i = isUnknownCopy(id, context) ? references.indexOf(id) - 1 : -1; i >= 0; i--) {
            if (!isUnknownCopy(references.get(i), context)) {
                return references.get(i);
            }
        }
        return id;
    }

    /** A post that itself came through SES has such an id too, but is not a copy. */
    private static boolean isUnknownCopy(String id, PostContext context) {
        return OF_A_COPY.matcher(id).matches() && !context.originals().containsValue(id);
    }

    private static List<String> shortened(Set<String> thread) {
        List<String> kept = new ArrayList<>(thread);
        if (kept.size() > MOST) {
            kept.subList(1, kept.size() - MOST + 1).clear();
        }
        return kept;
    }
}
