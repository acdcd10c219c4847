package org.clubpost.aws.event;

/** What a function does with requests. Both methods may throw {@link org.clubpost.core.UnavailableException}. */
public interface Conversation {

    /** Shows something. Must not change anything: programs that scan mail fetch every link in it. */
    Handled show(FormRequest request);

    /** Does something. */
    Handled act(FormRequest request);
}
