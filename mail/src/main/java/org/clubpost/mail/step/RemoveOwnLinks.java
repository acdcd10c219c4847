package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.TextBodies;
import org.clubpost.mail.text.TextPart;

/**
 * Takes the token out of every personal link of ours that a text quotes, so that a reply does not hand all members the
 * means to end its writer's membership. Tokens are known by their signature, so they are found whatever form the link
 * has: percent-encoded in a redirection, in a mailto, or as a token cut from its link.
 */
final class RemoveOwnLinks implements Step {

    /** The text that replaces the token. The page that the link leads to then says that the link is no good. */
    private static final Octets REMOVED = Octets.latin1("removed");

    /** Shorter and longer runs of token characters are not tokens of ours (MembershipTokens, ConfirmationToken). */
    private static final int SHORTEST = 46;
    private static final int LONGEST = 128;
    /** How many signs may stand before a token, and after it. */
    private static final int MOST_AROUND = 3;

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return TextBodies.ALL.edit(mail, part -> switch (TextPart.open(part)) {
            case TextPart.Undecodable _ -> part;
            case EditableText text -> {
                List<Piece> cleaned = new ArrayList<>();
                for (Piece piece : text.pieces()) {
                    if (text.isSigned(piece)) {
                        cleaned.add(piece);
                    } else {
                        clean(piece, context.links(), cleaned);
                    }
                }
                yield cleaned.size() == text.pieces().size() ? part : text.with(cleaned).close();
            }
        }).orElse(mail);
    }

    /** Adds the piece. If it held tokens, it is cut up and added without them. */
    private static void clean(Piece piece, PublicLinks links, List<Piece> cleaned) {
        if (!(piece instanceof Piece.Fixed(Octets octets))) {
            cleaned.add(piece);
            return;
        }
        int kept = 0;
        int length = octets.length();
        for (int i = 0; i < length; i++) {
            if (!isTokenCharacter(octets.at(i))) {
                continue;
            }
            int start = i;
            while (i < length && isTokenCharacter(octets.at(i))) {
                i++;
            }
            // The two digits of a percent-encoded delimiter look like part of the token.
            int from = start > 0 && octets.at(start - 1) == '%' ? Math.min(start + 2, i) : start;
            if (i - from >= SHORTEST && i - from <= LONGEST + 2 * MOST_AROUND
                    && holdsOurs(octets.slice(from, i).latin1(), links)) {
                cleaned.add(new Piece.Fixed(octets.slice(kept, from)));
                cleaned.add(new Piece.Fixed(REMOVED));
                kept = i;
            }
        }
        cleaned.add(kept == 0 ? piece : new Piece.Fixed(octets.slice(kept)));
    }

    /**
     * Whether that is one of our tokens, or has one between the signs that some put around a link: {@code _LINK_},
     * {@code __LINK__}, {@code LINK-}.
     */
    private static boolean holdsOurs(String run, PublicLinks links) {
        for (int before = 0; before == 0 || (before <= MOST_AROUND && isSign(run, before - 1)); before++) {
            for (int after = 0; after == 0 || (after <= MOST_AROUND && isSign(run, run.length() - after)); after++) {
                int length = run.length() - before - after;
                if (length >= SHORTEST && length <= LONGEST
                        && isOurs(run.substring(before, run.length() - after), links)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSign(String run, int at) {
        return run.charAt(at) == '_' || run.charAt(at) == '-';
    }

    private static boolean isOurs(String token, PublicLinks links) {
        return links.tokens().verify(token).isPresent() || ConfirmationToken.parse(token).isPresent();
    }

    private static boolean isTokenCharacter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }
}
