package org.clubpost.mail.report;

/**
 * A recipient in a report, before it is known why and for how long.
 *
 * @param address whom we wrote to, as far as the report tells
 * @param finalAddress where the mail was going at the end
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}
 * @param status the field {@code Status}, or nothing
 * @param words what the mail system says
 * @param isProgram whether a program said it that delivers to the mailbox
 * @param host who said it, when that is known
 * @param category a word of the mail system for the reason
 */
record Candidate(String address, String finalAddress, String action, String status, String words, boolean isProgram,
        String host, String category) {

    /** Of a text for people. */
    static Candidate of(String address, String finalAddress, String words) {
        return new Candidate(address, finalAddress, "failed", "", words, false, "", "");
    }

    /** With other words. */
    Candidate saying(String other) {
        return new Candidate(address, finalAddress, action, status, other, isProgram, host, category);
    }

    /** With another action. */
    Candidate doing(String other) {
        return new Candidate(address, finalAddress, other, status, words, isProgram, host, category);
    }

    /** With other addresses. */
    Candidate to(String other, String otherFinal) {
        return new Candidate(other, otherFinal, action, status, words, isProgram, host, category);
    }
}
