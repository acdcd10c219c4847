package org.clubpost.core.link;

import java.util.Collection;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;

/**
 * The token of a link with which an owner decides, and a mark that says to which owner it was sent. It takes both, so
 * that whoever runs the list no more decides nothing; only mails of earlier versions have links about posts without a mark.
 *
 * <p>Written as the token, a full stop and the mark ({@link MembershipTokens#mark}). Without a mark nobody knows to
 * whom it was sent.
 *
 * @param token the token
 * @param mark the mark; empty for none
 */
public record DecisionToken(String token, String mark) {

    private static final String SEPARATOR = ".";

    /** Takes apart what stands in a link. */
    public static DecisionToken parse(String text) {
        var end = text.indexOf(SEPARATOR);
        return end < 0
                ? new DecisionToken(text, "")
                : new DecisionToken(text.substring(0, end), text.substring(end + 1));
    }

    /** That token, sent to that owner. */
    static DecisionToken of(String token, EmailAddress owner, MembershipTokens tokens) {
        return new DecisionToken(token, tokens.mark(about(token, owner)));
    }

    /** As it stands in a link. */
    String text() {
        return token + SEPARATOR + mark;
    }

    /** To which of the owners it was sent; empty when to none of them, or when nobody knows. */
    public Optional<EmailAddress> sentTo(Collection<EmailAddress> owners, MembershipTokens tokens) {
        return owners.stream().filter(owner -> tokens.isMark(about(token, owner), mark)).findFirst();
    }

    private static String about(String token, EmailAddress owner) {
        return token + " " + owner.compared();
    }

    /** Says nothing, because a token is as good as its link. */
    @Override
    public String toString() {
        return "DecisionToken";
    }
}
