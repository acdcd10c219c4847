package org.clubpost.mail.step;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.text.Charsets;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.TextBodies;
import org.clubpost.mail.text.TextPart;

/**
 * Names charsets as IANA registered them, in the spelling that Java knows. SES refuses a mail for a name such as {@code
 * cp-850}, although everybody can tell what is meant. A text in a charset that has no such name is written in UTF-8:
 * its name is not registered, Java lacks it, or it says in which order Hebrew is written.
 */
final class NameCharsets implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return TextBodies.ALL.edit(mail, NameCharsets::named).orElse(mail);
    }

    private static Entity named(Entity part) {
        ContentType type = part.contentType();
        String name = type.parameter("charset").orElse("").strip();
        Optional<Charset> charset = Charsets.named(name);
        if (charset.isEmpty() || Charsets.strictly(name).filter(Charset::isRegistered).isPresent()) {
            return part;
        }
        if (!isDirected(name) && isOfJava(charset.get())) {
            return part.with(part.header().with(type.with("charset", charset.get().name()).toField()));
        }
        return TextPart.open(part) instanceof EditableText text ? text.inUtf8().close() : part;
    }

    private static boolean isOfJava(Charset charset) {
        return charset.isRegistered() && Charset.isSupported(charset.name());
    }

    /** Whether the name tells in which order the letters of Hebrew or Arabic stand (RFC 1556). */
    private static boolean isDirected(String name) {
        String end = name.toLowerCase(Locale.ROOT);
        return end.endsWith("-i") || end.endsWith("-e") || end.equals("logical") || end.startsWith("csiso88598");
    }
}
