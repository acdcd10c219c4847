package org.clubpost.mail.token;

/**
 * How often it may be asked, in one mail, whether something is a token. Real mails stay far below. Beyond, whatever
 * begins like a token is taken for one, so that nobody can hide a token behind a million candidates.
 */
final class Budget {

    private int signed;
    private int unsigned;

    /**
     * @param signed how many beginnings of signed tokens are looked at, each of which may cost some dozens of
     *        signatures
     * @param unsigned how many texts that may be tokens without a signature
     */
    Budget(int signed, int unsigned) {
        this.signed = signed;
        this.unsigned = unsigned;
    }

    /** The budget of a mail: a quarter of a second of work. */
    static Budget ofMail() {
        return new Budget(10_000, 60_000);
    }

    /** Whether another beginning of a signed token may be looked at. */
    boolean takeSigned() {
        return signed > 0 && signed-- > 0;
    }

    /** Whether another text may be looked at. */
    boolean takeUnsigned() {
        return unsigned > 0 && unsigned-- > 0;
    }
}
