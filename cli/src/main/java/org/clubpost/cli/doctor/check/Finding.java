package org.clubpost.cli.doctor.check;

import java.util.Optional;
import org.clubpost.cli.doctor.fact.Look;

/** What a check found out, for one line. */
public sealed interface Finding {

    /** What it is about, in a word or two, such as {@code DKIM}. */
    String subject();

    /** What was found. */
    String text();

    /**
     * As it should be.
     *
     * @param subject what it is about
     * @param text what was found
     */
    record Right(String subject, String text) implements Finding {}

    /**
     * Mail does not flow because of it.
     *
     * @param subject what it is about
     * @param text what was found
     * @param remedy exactly what to do
     * @param repair what {@code --fix} can do about it
     */
    record Wrong(String subject, String text, String remedy, Optional<Repair> repair) implements Finding {

        /** What only a person can mend. */
        Wrong(String subject, String text, String remedy) {
            this(subject, text, remedy, Optional.empty());
        }
    }

    /**
     * Mail flows, but something should be done.
     *
     * @param subject what it is about
     * @param text what was found
     * @param remedy exactly what to do
     * @param repair what {@code --fix} can do about it
     */
    record Warning(String subject, String text, String remedy, Optional<Repair> repair) implements Finding {

        /** What only a person can mend. */
        Warning(String subject, String text, String remedy) {
            this(subject, text, remedy, Optional.empty());
        }
    }

    /**
     * The check could not look.
     *
     * @param subject what it is about
     * @param text why not
     */
    record Unknown(String subject, String text) implements Finding {}

    /** The finding when a look has shown nothing. */
    static Finding unseen(String subject, Look<?> look) {
        return new Unknown(subject, switch (look) {
            case Look.Forbidden<?>(var permission) -> "could not look: the permission " + permission + " is missing";
            case Look.Failed<?>(var why) -> "could not look: " + why;
            case Look.Missing<?> _ -> "could not look: it is not there";
            case Look.Seen<?> _ -> "nothing to say";
        });
    }
}
