package org.clubpost.function.admin.api;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.function.admin.api.Problem.Wrong;

/** What is wrong with the members of a body, gathered, so that a program hears of all of it at once. For one thread. */
public final class FieldCheck {

    private final List<Wrong> wrong = new ArrayList<>();

    /**
     * One member.
     *
     * @param isFine whether it can be used
     * @param why what is wrong with it otherwise
     */
    public FieldCheck that(boolean isFine, String field, String why) {
        if (!isFine) {
            wrong.add(new Wrong(field, why));
        }
        return this;
    }

    /** More that is wrong. */
    public FieldCheck and(List<Wrong> more) {
        wrong.addAll(more);
        return this;
    }

    /** All that is wrong. */
    public List<Wrong> wrong() {
        return List.copyOf(wrong);
    }
}
