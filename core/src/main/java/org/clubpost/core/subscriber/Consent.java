package org.clubpost.core.subscriber;

import java.time.Instant;
import org.clubpost.core.act.Actor;

import org.clubpost.core.secret.TokenDigest;

/** What entitles us to send list mail to somebody. */
public sealed interface Consent {

    /**
     * The person asked on a form, and then proved the address.
     *
     * @param form which form: the name or address of the page
     * @param wording SHA-256 of the text that the form showed, in hexadecimal
     * @param requested the act of asking
     * @param confirmed the act of confirming
     * @param link the link that was used, so that a second click on it can be told from a forged one
     * @param mail SHA-256 of the words of the mail that asked to confirm, in hexadecimal; empty when it is not known
     */
    record DoubleOptIn(String form, String wording, Origin requested, Origin confirmed, TokenDigest link,
            String mail) implements Consent {

        /** Of a mail whose words are not known. */
        public DoubleOptIn(String form, String wording, Origin requested, Origin confirmed, TokenDigest link) {
            this(form, wording, requested, confirmed, link, "");
        }
    }

    /**
     * An owner brought the person in, and says why that is right.
     *
     * @param at when
     * @param reason the owner's words, such as {@code members of 2026, consent on paper}
     * @param by who it was
     */
    record OwnersWord(Instant at, String reason, Actor by) implements Consent {

        /** The word of somebody who is not on record. */
        public OwnersWord(Instant at, String reason) {
            this(at, reason, new Actor.Unknown());
        }
    }

    /**
     * The person made an account with a service of the club, proved the address there, and said yes to the list's mail.
     *
     * @param service which service, such as {@code cognito eu-central-1_Ab1Cd2Ef3}
     * @param answer what the person said, as the service keeps it, such as {@code custom:newsletter=yes}
     * @param at when the address was proven
     */
    record AccountSignUp(String service, String answer, Instant at) implements Consent {}
}
