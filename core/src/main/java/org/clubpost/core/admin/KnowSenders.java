package org.clubpost.core.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.SenderPattern;

/**
 * What may be decided about somebody's mails for all times to come. Both are settings of the list, logged as such, and
 * exclude each other. May be repeated.
 *
 * @param lists changes lists
 */
public record KnowSenders(RunLists lists) {

    /**
     * Lets them post from now on. Where only owners could post, those who are named may then.
     *
     * @return the list before and after; empty when there is no such list
     */
    public Answer<Optional<RunLists.Changed>> allow(Actor actor, ListId list, EmailAddress sender) {
        return lists.change(actor, list, before -> allowed(before, sender));
    }

    /**
     * Takes no mail from them any more. Whoever decides about posts is never shut out.
     *
     * @return the list before and after; empty when there is no such list
     */
    public Answer<Optional<RunLists.Changed>> shutOut(Actor actor, ListId list, EmailAddress sender) {
        return lists.change(actor, list, before -> before.people().deciders().contains(sender)
                ? before
                : shutOut(before, sender));
    }

    private static MailingList allowed(MailingList list, EmailAddress sender) {
        var people = list.people();
        var posting = list.posting();
        var policy = posting.policy() == PostingPolicy.OWNERS ? PostingPolicy.POSTERS : posting.policy();
        return list.with(people.withPosters(added(people.posters().stream(), sender)))
                .with(banning(posting.withPolicy(policy), posting.screening().banned().stream()
                        .filter(each -> !each.equals(pattern(sender)))));
    }

    private static MailingList shutOut(MailingList list, EmailAddress sender) {
        var people = list.people();
        return list.with(people.withPosters(people.posters().stream().filter(each -> !each.equals(sender)).toList()))
                .with(banning(list.posting(), added(list.posting().screening().banned().stream(), pattern(sender))
                        .stream()));
    }

    private static <T> List<T> added(Stream<T> before, T more) {
        return Stream.concat(before, Stream.of(more)).distinct().toList();
    }

    private static Posting banning(Posting posting, Stream<SenderPattern> banned) {
        return posting.withScreening(posting.screening().withBanned(banned.toList()));
    }

    private static SenderPattern pattern(EmailAddress sender) {
        return new SenderPattern(sender.compared());
    }
}
