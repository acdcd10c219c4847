package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.token.PersonalLinks;

/**
 * A mail with a personal link of ours in a place that may not be changed, such as a signed text, goes to nobody: every
 * member could end that person's membership by it. Its author is told what to do. No button of an owner sends it either.
 */
final class PersonalLink implements Rule {

    private final Surroundings surroundings;

    PersonalLink(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return new PersonalLinks(surroundings.links()).left(mail.mail().with(mail.own()))
                .map(left -> Verdict.refused(mail, switch (left) {
                    case PersonalLinks.Left.Signed _ -> Reason.of(Reason.Cause.PERSONAL_LINK);
                    case PersonalLinks.Left.InFile(var name) ->
                        Reason.of(Reason.Cause.PERSONAL_LINK_IN_FILE, name);
                }));
    }

    @Override
    public String name() {
        return "personal-link";
    }
}
