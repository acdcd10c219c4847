package org.clubpost.core.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.store.Inbox;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;

/**
 * Hands in a post that somebody who runs a list wrote here and not in a mail program. It goes through the same door as a
 * mail of theirs: whether it goes to the members is for the rules to say. There is no entry in the log, because the post
 * itself is to be seen.
 *
 * @param inbox takes it in
 */
public record HandIn(Inbox inbox) {

    private static final Pattern DRAFT = Pattern.compile("[0-9a-f]{32}");
    private static final int NAME_OCTETS = 16;

    /** What came of it. */
    public enum Outcome {
        /** It is handed in, or was before. */
        HANDED_IN,
        /** Nobody with an address wrote it, or somebody without a role for the list. */
        NOBODY,
        /** The draft has no name that we gave it. */
        NO_DRAFT
    }

    /**
     * Hands a draft in. May be repeated: the same draft of the same author is one post. Somebody else who knows its name,
     * which stands in the mail that members get, has a draft of their own.
     *
     * @param draft its name: 32 hexadecimal digits
     * @param mail writes the mail, with the address of whoever wrote it as its author
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome handIn(Actor actor, MailingList list, String draft, Function<EmailAddress, MailContent> mail) {
        var author = author(actor, list);
        if (author.isEmpty()) {
            return Outcome.NOBODY;
        }
        if (!DRAFT.matcher(draft).matches()) {
            return Outcome.NO_DRAFT;
        }
        inbox.takeIn(MailKey.inbound(list.id(), name(author.get(), draft)), mail.apply(author.get()));
        return Outcome.HANDED_IN;
    }

    /**
     * Hands a draft in that the operator wrote for somebody with a role for the list, whose post it is. May be repeated:
     * the same draft of the same author is one post.
     *
     * @param actor the operator, who alone may write for others
     * @param author whose post it is
     * @param draft its name: 32 hexadecimal digits
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome handInFor(Actor actor, MailingList list, EmailAddress author, String draft,
            Function<EmailAddress, MailContent> mail) {
        return actor instanceof Actor.Operator
                ? handIn(new Actor.Owner(author), list, draft, mail)
                : Outcome.NOBODY;
    }

    private static String name(EmailAddress author, String draft) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((draft + author.compared()).getBytes(UTF_8));
            return "written-" + HexFormat.of().formatHex(digest, 0, NAME_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Who may write for that list here: the address that the actor has proven. The operator has none. */
    public static Optional<EmailAddress> author(Actor actor, MailingList list) {
        return actor instanceof Actor.Owner(var address) && Role.of(actor, list).isPresent()
                ? Optional.of(address)
                : Optional.empty();
    }
}
