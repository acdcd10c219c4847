package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail that bears a sign of programs, but perhaps is a person's ({@link Sign}), never goes out by itself, and never
 * vanishes when a proven author may post: it waits for the owners then, with a reason that its author is told. From
 * anybody else it goes to nobody, unless the sign is a weak one.
 */
final class PerhapsAutomatic implements Rule {

    private final MayPost mayPost;
    private final boolean areWaiting;

    private PerhapsAutomatic(Surroundings surroundings, boolean areWaiting) {
        this.mayPost = new MayPost(surroundings);
        this.areWaiting = areWaiting;
    }

    /** For posts. */
    static Rule ofPosts(Surroundings surroundings) {
        return new PerhapsAutomatic(surroundings, true);
    }

    /** For what people ask of the list or its owners: it goes on when somebody who may post wrote it. */
    static Rule ofRequests(Surroundings surroundings) {
        return new PerhapsAutomatic(surroundings, false);
    }

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return Sign.of(mail)
                .flatMap(sign -> mayPost.allows(mail) ? waits(sign) : sign.dropped().map(Verdict.Discard::new));
    }

    private Optional<Verdict> waits(Sign sign) {
        return areWaiting ? Optional.of(new Verdict.Hold(sign.waits())) : Optional.empty();
    }

    @Override
    public String name() {
        return "perhaps-automatic";
    }
}
