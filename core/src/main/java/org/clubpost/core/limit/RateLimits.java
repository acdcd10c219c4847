package org.clubpost.core.limit;

import java.time.Duration;
import java.time.Instant;

/** Counts how often something has happened lately, so that nobody can be flooded through us. */
public interface RateLimits {

    /** What is limited. */
    enum Kind {
        /** Mails that are passed on to whoever runs the installation. */
        OPERATORS_MAIL,
        /** Sign-ups from one {@linkplain Source#network network}. */
        SIGN_UP_SOURCE,
        /** Sign-ups from one {@linkplain Source#site site}. */
        SIGN_UP_SITE,
        /** Sign-ups for one list. */
        SIGN_UP_LIST,
        /** Sign-ups for one list from one network that prove nothing of how they came about. */
        SIGN_UP_UNPROVEN,
        /** Requests with one solution of a challenge. */
        PROOF_OF_WORK,
        /** Confirmation mails of one list to addresses that it never wrote to. */
        NEW_ADDRESS,
        /** Sign-ups for one list whose turn it is after they waited in line. */
        SIGN_UP_TURN,
        /** Notices to the owners of one list that sign-ups wait in line. */
        SIGN_UPS_WAITING,
        /** People whom those who run a list invite to it. */
        INVITATION,
        /** Mails that tell somebody that they were put on a list, to one recipient for one list. */
        ADDED_NOTICE,
        /** Mails that ask somebody whether they take a role, to one recipient. */
        ROLE_OFFER,
        /** Mails that ask people whether they take a role, for one list. */
        ROLE_OFFERS,
        /** Answers to commands that one owner of a list sends by mail. */
        COMMANDS,
        /** Mails that ask somebody with an account whether they want a list's mail too, to one recipient for one list. */
        ACCOUNT_MAIL,
        /** Mails that tell an author what somebody decided about a post, to one recipient. */
        REJECTION,
        /** Mails of one kind that the owners of one list get from one sender. */
        OWNERS_MAIL,
        /** Notices of one kind about one post. */
        POST_NOTICE,
        /** Mails that tell a member that they pause, to one recipient for one list. */
        PAUSE_NOTICE,
        /** Mails with a fresh link to a member's settings, to one recipient. */
        SETTINGS_LINK,
        /** Letters of what was gathered, to one owner. */
        GATHERED_LETTER,
        /** Mails to new addresses of one member. */
        ADDRESS_CHANGE,
        /** Wishes to be signed in from one {@linkplain Source#network network}. */
        SIGN_IN_SOURCE,
        /** Wishes to be signed in from one {@linkplain Source#site site}. */
        SIGN_IN_SITE,
        /** Wishes to be signed in as one address. */
        SIGN_IN_ADDRESS,
        /** Wishes to be signed in as one address, from one {@linkplain Source#network network}. */
        SIGN_IN_PAIR,
        /** Wishes to be signed in. */
        SIGN_IN_ALL,
        /** Uses of one challenge for a passkey. */
        PASSKEY_CHALLENGE,
        /** Uses of passkeys from one {@linkplain Source#network network}. */
        PASSKEY_SOURCE,
        /** Uses of one key for programs. */
        API_KEY,
        /** Tries with what is no key for programs from one {@linkplain Source#network network}. */
        API_SOURCE,
        /** Attempts at the report of one post. */
        POST_REPORT,
        /** Text messages that one list causes. */
        TEXT_MESSAGE,
        /** Notices that a list's phones get nothing for now. */
        PHONES_PAUSED
    }

    /**
     * A limit.
     *
     * @param kind what is limited
     * @param most how often it may happen in one window
     * @param window how long a window is; windows follow one another and do not slide
     */
    record Limit(Kind kind, int most, Duration window) {}

    /**
     * Counts one more time.
     *
     * @param limit the limit
     * @param key who or what it is counted for; never an address in clear
     * @return whether it is within the limit. Concurrent calls never get true more often than the limit allows.
     * @throws org.clubpost.core.UnavailableException safe to repeat; may then have counted twice
     */
    boolean allow(Limit limit, String key, Instant now);

    /**
     * Whether {@link #allow} would say no. Counts nothing.
     *
     * @param limit the limit
     * @param key who or what it is counted for; never an address in clear
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean isReached(Limit limit, String key, Instant now);
}
