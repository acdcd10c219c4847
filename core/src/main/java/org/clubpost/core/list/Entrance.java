package org.clubpost.core.list;

/**
 * Who gets in, and who is shown the way.
 *
 * @param admission who becomes a member
 * @param listed whether the front page of the club shows the list, so that everybody finds it. The form of a list that
 *         is not shown there is for those who have its link, which holds the list's name and no secret
 * @param work whether the form has the visitor's machine do some work, which makes robots expensive
 */
public record Entrance(Admission admission, boolean listed, boolean work) {

    /** Without work. */
    public Entrance(Admission admission, boolean listed) {
        this(admission, listed, false);
    }
}
