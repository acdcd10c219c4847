package org.clubpost.mail.step;

import java.nio.charset.Charset;
import java.util.Optional;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.text.Charsets;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.TextBodies;
import org.clubpost.mail.text.TextPart;

/**
 * Names charsets as IANA registered them. SES refuses a mail for a name such as {@code cp-850}, although everybody can
 * tell what is meant. A charset that has no registered name gives way to UTF-8.
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
        if (charset.isEmpty() || isRegistered(name, charset.get())) {
            return part;
        }
        if (charset.get().isRegistered()) {
            return part.with(part.header().with(type.with("charset", charset.get().name()).toField()));
        }
        return TextPart.open(part) instanceof EditableText text ? text.inUtf8().close() : part;
    }

    private static boolean isRegistered(String name, Charset charset) {
        return charset.isRegistered() && (charset.name().equalsIgnoreCase(name)
                || charset.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name)));
    }
}
