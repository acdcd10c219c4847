package org.clubpost.aws.event;

import java.util.Optional;

/**
 * What a function does at one path: what it shows to visitors who look, and what their button does.
 * {@link PageFunction} does the rest.
 *
 * <p>Every method may throw {@link org.clubpost.core.UnavailableException}.
 */
public interface Conversation {

    /** The fields that a request to act may have. */
    KnownFields fields();

    /** The fields that a request to look may have; those of {@link #fields()} unless a conversation says otherwise. */
    default KnownFields query() {
        return fields();
    }

    /** Shows something. It must not change anything: programs that scan mail fetch every link in it. */
    Handled show(Visit visit);

    /** Does something. */
    Handled act(Visit visit);

    /**
     * Whether it acts only for those who come through CloudFront, in an installation that has it, because there those
     * are stopped who make it send mails all the time. Everything else is answered whichever way it came: links in old
     * mails may lead past CloudFront.
     */
    default boolean actsBehindCloudFrontOnly() {
        return false;
    }

    /**
     * Answers a browser that asks whether a script of another page may talk here (Fetch standard, section 3.2.2, "CORS
     * protocol"). Empty where no script ever may, which is everywhere unless a conversation says otherwise.
     *
     * @param visit has the fields of the query that could be read
     */
    default Optional<Handled> admit(Visit visit) {
        return Optional.empty();
    }

    /**
     * Answers a look whose fields cannot be used. Only we make links, so such a link is forged.
     *
     * @param visit has the fields that could be read nevertheless
     */
    default Handled refuseToShow(Visit visit, FieldProblem problem) {
        return visit.forged();
    }

    /**
     * Answers a request to act whose fields cannot be used.
     *
     * @param visit has the fields that could be read nevertheless
     */
    default Handled refuseToAct(Visit visit, FieldProblem problem) {
        return visit.refused(problem);
    }
}
