package org.clubpost.core.feedback;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.BounceToken;
import org.clubpost.core.link.BounceTokens;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.ReturnPath;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.Trace;

/**
 * The addresses that mails have of their own for what comes back of them. Only we can make one: it costs a stranger's
 * address one signature, and nothing is looked up for it.
 *
 * @param lists the lists
 * @param subscribers who is on them, or was
 * @param tokens makes and reads what stands in the addresses
 */
public record ReturnPaths(Lists lists, Subscribers subscribers, BounceTokens tokens) {

    /** Two fit once in four billion pairs of members whose keys begin alike; then it is nobody's. */
    private static final int MOST = 2;

    /** The address of that mail, in the domain. */
    public EmailAddress of(Trace.Marked mail, String domain) {
        return new ReturnPath(tokens.sign(mail)).at(domain);
    }

    /**
     * The list whose mail has that address, if it was made here. Whoever the mail had gone to may be forgotten.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<ListId> list(EmailAddress address) {
        return ReturnPath.read(address).flatMap(path -> tokens.read(path.token()))
                .flatMap(token -> trace(token).map(Trace.Marked::list).or(() -> possible(token).stream().findFirst()));
    }

    /**
     * The mail that the address was made for, and to whom it had gone; empty when it was not made here, and when that
     * person is forgotten.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<Trace.Marked> trace(ReturnPath path) {
        return tokens.read(path.token()).flatMap(this::trace);
    }

    private Optional<Trace.Marked> trace(BounceToken token) {
        var fitting = possible(token).stream().flatMap(list -> fitting(token, list).stream()).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private List<ListId> possible(BounceToken token) {
        return lists.ids().stream().filter(token::isAbout).toList();
    }

    private List<Trace.Marked> fitting(BounceToken token, ListId list) {
        try (var there = subscribers.all(list, new Slice(token.first(), token.last()))) {
            return there.map(Subscriber::id).flatMap(member -> tokens.trace(token, list, member).stream()).limit(MOST)
                    .toList();
        }
    }
}
