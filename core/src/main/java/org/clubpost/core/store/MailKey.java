package org.clubpost.core.store;

import java.util.Optional;
import java.util.regex.Pattern;

import org.clubpost.core.list.ListId;

/**
 * Where a mail is stored: a path of ASCII letters, digits and {@code . _ / -}, such as {@code
 * inbound/news/8p0kbda0e13v}.
 *
 * @param value the path
 */
public record MailKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._/-]{1,512}");
    private static final String INBOUND = "inbound/";
    private static final Pattern INBOUND_SHAPE = Pattern.compile("inbound/([^/]+)/([^/]+)");
    /**
     * SES stores a mail of this name when a receipt rule is made (SES Developer Guide, "Deliver to S3 bucket action").
     */
    private static final String SETUP_NOTICE = "AMAZON_SES_SETUP_NOTIFICATION";

    /**
     * @throws IllegalArgumentException when the path has other characters or is too long
     */
    public MailKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail key");
        }
    }

    /** Where the mails for a list come in; ends with a slash. Each receipt rule has one such prefix. */
    public static String inboundPrefix(ListId list) {
        return INBOUND + list.value() + "/";
    }

    /** Where all mails come in; ends with a slash. */
    public static String inboundPrefix() {
        return INBOUND;
    }

    /** Where a mail for the list comes in. */
    public static MailKey inbound(ListId list, String id) {
        return new MailKey(inboundPrefix(list) + id);
    }

    /**
     * Where a draft for the list lies that is tried and not posted. Nobody takes for a mail of the list what lies there.
     *
     * @param name 32 hexadecimal digits
     */
    public static MailKey draft(ListId list, String name) {
        return inbound(list, "drafts/" + name);
    }

    /**
     * The list whose mail lies here; empty when this is not an inbound mail of a list, or when it is the notice that
     * SES stores at set-up.
     */
    public Optional<ListId> inboundList() {
        var parts = INBOUND_SHAPE.matcher(value);
        return parts.matches() && !parts.group(2).equals(SETUP_NOTICE)
                ? ListId.parse(parts.group(1))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
