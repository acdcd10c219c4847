package org.clubpost.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import org.clubpost.core.store.MailKey;

/** The names of the files that mark mails which are still to be taken in. */
public final class Marks {

    private Marks() {}

    /** The name of the mark of that mail. */
    public static String name(MailKey mail) {
        return URLEncoder.encode(mail.value(), UTF_8);
    }

    /** The mail that the file of that name marks; empty when it is no mark. */
    public static Optional<MailKey> mail(String name) {
        try {
            var mail = new MailKey(URLDecoder.decode(name, UTF_8));
            return name(mail).equals(name) ? Optional.of(mail) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
