package org.clubpost.mail.token;

import java.util.Optional;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.mail.mime.Entity;

/**
 * Takes the tokens of our personal links out of mails, so that nobody hands the whole list the means to end their
 * membership, or to decide about a post, by quoting or forwarding a mail of ours. They are looked for in every part of
 * the mail, whatever its kind and charset, in nested mails and in all header fields. What cannot be seen is what is
 * encrypted or compressed. Safe for use by many threads.
 *
 * @param links knows our tokens
 */
public record PersonalLinks(PublicLinks links) {

    /** A place with a token that cannot be taken out. */
    public sealed interface Left {

        /** A part that is signed. */
        record Signed() implements Left {}

        /**
         * A file that would break.
         *
         * @param name its name; empty if it has none
         */
        record InFile(String name) implements Left {}
    }

    /** The mail without them, but for those that cannot be taken out; the same object when there were none. */
    public Entity cleaned(Entity mail) {
        return new Cleaning(links, true).cleaned(mail);
    }

    /** The first place, if there is one, with a token that cannot be taken out. */
    public Optional<Left> left(Entity mail) {
        var looking = new Cleaning(links, false);
        looking.cleaned(mail);
        return looking.left().stream().findFirst();
    }

    /** A text without them; the same object when there were none. */
    public String cleaned(String text) {
        return new TokenRemover(links).cleaned(text);
    }
}
