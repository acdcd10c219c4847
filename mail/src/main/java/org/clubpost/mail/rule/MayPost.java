package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.GroupPosting;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.Sender;

/**
 * Only authors who may post get through, and only a proven address counts.
 *
 * <p>The list says what becomes of a mail whose author may not post. An author whose address may post, but is not
 * proven, is asked to confirm, provided that the list knows the address. Where anyone may post, we do not write to a
 * stranger's claimed address, because that stranger may never have heard of us.
 */
final class MayPost implements Rule {

    private final Surroundings surroundings;

    MayPost(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return switch (mail.sender()) {
            case Sender.Nobody _ -> Optional.of(refused(mail, Reason.Cause.NO_AUTHOR));
            case Sender.Proven(var author) -> mayPost(mail, author)
                    ? Optional.empty()
                    : Optional.of(refused(mail, Reason.Cause.MAY_NOT_POST));
            case Sender.Claimed(var author) -> Optional.of(isKnown(mail, author) && mayPost(mail, author)
                    ? new Verdict.AskAuthor(author)
                    : refused(mail, Reason.Cause.UNPROVEN));
        };
    }

    /** Whether the author is proven and may post. */
    boolean allows(Incoming mail) {
        return mail.sender() instanceof Sender.Proven(var author) && mayPost(mail, author);
    }

    private boolean mayPost(Incoming mail, EmailAddress author) {
        return mayPost(mail.list(), mail.to().audience(), author);
    }

    /** To several groups may post who may post to each. */
    boolean mayPost(MailingList list, Audience audience, EmailAddress author) {
        return switch (audience) {
            case Audience.Everyone _ -> mayPost(list, author);
            case Audience.InGroups(var groups) -> groups.stream().allMatch(group -> mayPost(list, group, author));
        };
    }

    private boolean mayPost(MailingList list, GroupName group, EmailAddress author) {
        return list.groups().mayPost(group).map(who -> switch (who) {
            case OWNERS -> list.people().owners().contains(author);
            case POSTERS -> isNamed(list, author);
            case GROUP -> isNamed(list, author) || surroundings.isMember(list, group, author);
            case MEMBERS -> isNamed(list, author) || surroundings.isMember(list, author);
            case ANYONE -> true;
        }).orElseGet(() -> mayPost(list, author));
    }

    private static Verdict refused(Incoming mail, Reason.Cause cause) {
        return switch (mail.list().posting().screening().refusal()) {
            case HOLD -> new Verdict.Hold(Reason.of(cause));
            case REJECT -> Verdict.refused(mail, Reason.of(cause));
        };
    }

    private boolean mayPost(MailingList list, EmailAddress author) {
        return switch (list.posting().policy()) {
            case OWNERS -> list.people().owners().contains(author);
            case POSTERS -> isNamed(list, author);
            case MEMBERS -> isNamed(list, author) || surroundings.isMember(list, author);
            case ANYONE -> true;
        };
    }

    private boolean isKnown(Incoming mail, EmailAddress author) {
        var list = mail.list();
        return !isForAnyone(list, mail.to().audience()) || isNamed(list, author) || surroundings.isMember(list, author);
    }

    private static boolean isForAnyone(MailingList list, Audience audience) {
        var anyone = list.posting().policy() == PostingPolicy.ANYONE;
        return audience.named().isEmpty()
                ? anyone
                : audience.named().stream().allMatch(group -> list.groups().mayPost(group)
                        .map(who -> who == GroupPosting.Who.ANYONE).orElse(anyone));
    }

    private static boolean isNamed(MailingList list, EmailAddress author) {
        return list.people().owners().contains(author) || list.people().posters().contains(author);
    }

    @Override
    public String name() {
        return "may-post";
    }
}
