package org.clubpost.aws.event;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;

/**
 * The tags with which a mail goes out through SES, and which SES's events tell again (SES Developer Guide, "Contents of
 * event data that Amazon SES publishes to Amazon SNS", mail object): the list, what the mail is, and to whom it went, by
 * keys and never by an address. A tag holds letters, digits, hyphens and underscores of ASCII only, at most 256 (SES API
 * v2 Reference, "MessageTag").
 */
public final class MailTags {

    /** The tag of the list. */
    public static final String LIST = "list";
    /** The tag of the post. */
    public static final String POST = "post";
    /** The tag of whoever gets the mail. */
    public static final String SUBSCRIBER = "subscriber";
    /** The tag of what the mail is. */
    public static final String PURPOSE = "purpose";

    /** What a mail is of which nothing needs to be known. */
    public static final String OTHER = "other";
    private static final int LONGEST = 256;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private MailTags() {}

    /** The tags of a mail, by their names. */
    public static Map<String, String> of(OutgoingMail mail) {
        var tags = new LinkedHashMap<String, String>();
        tags.put(LIST, mail.mark().map(mark -> mark.list().value()).orElseGet(() -> list(mail)));
        mail.mark().flatMap(Trace.Marked::post).ifPresent(post -> tags.put(POST, post.value()));
        mail.mark().ifPresent(mark -> tags.put(SUBSCRIBER, mark.subscriber().hex()));
        tags.put(PURPOSE, mail.mark().map(mark -> word(mark.purpose())).orElse(OTHER));
        return tags;
    }

    /** The list's name out of the envelope's sender, in a form that a tag may have. */
    private static String list(OutgoingMail mail) {
        var sender = mail.envelopeSender().ascii();
        var local = sender.substring(0, sender.lastIndexOf('@'));
        var bounces = "-" + ListRole.BOUNCES.words().getFirst();
        var list = local.endsWith(bounces) ? local.substring(0, local.length() - bounces.length()) : local;
        var safe = list.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.isEmpty() ? "_" : safe.substring(0, Math.min(LONGEST, safe.length()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Which mail of ours has these tags, and to whom it went; empty when they do not say so. */
    public static Optional<Trace.Marked> mark(Map<String, String> tags) {
        var list = read(tags, LIST, ListId::parse);
        var subscriber = read(tags, SUBSCRIBER, text -> Optional.of(text).filter(key -> KEY.matcher(key).matches()))
                .map(SubscriberId::new);
        var purpose = read(tags, PURPOSE,
                text -> Stream.of(Purpose.values()).filter(each -> word(each).equals(text)).findFirst());
        return list.flatMap(its -> subscriber.flatMap(
                whose -> purpose.map(what -> new Trace.Marked(its, read(tags, POST, PostId::parse), whose, what))));
    }

    /** Whether a mail with these tags is one of which nothing needs to be known. */
    public static boolean isUnmarked(Map<String, String> tags) {
        return OTHER.equals(tags.get(PURPOSE));
    }

    private static <T> Optional<T> read(Map<String, String> tags, String name, Function<String, Optional<T>> reading) {
        return Optional.ofNullable(tags.get(name)).flatMap(reading);
    }
}
