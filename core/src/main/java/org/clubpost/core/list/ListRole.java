package org.clubpost.core.list;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a list's addresses are for. Each is the list's name with a word, behind a hyphen or a {@code +}: {@code
 * news-leave@lists.example.org} and {@code news+leave@lists.example.org} are the same, and case does not matter. The
 * first word of a role is the one that we write ourselves, behind a hyphen; the others are what people know from other
 * lists.
 */
public enum ListRole {

    /** {@code news@}: mail to it is a post. */
    POST(),
    /** {@code news-join@}: its sender gets the mail that asks to confirm (RFC 2369 section 3.3). */
    JOIN("join", "subscribe"),
    /**
     * {@code news-leave@}: mail to it ends the membership of its sender, or the one whose leave token is in its subject
     * (the mailto form of RFC 2369 section 3.2).
     */
    LEAVE("leave", "unsubscribe"),
    /** {@code news-confirm+TOKEN@}: an answer to the mail that asks to confirm. */
    CONFIRM("confirm"),
    /** {@code news-help@}: says how the list works (RFC 2369 section 3.1). */
    HELP("help"),
    /** {@code news-request@}: does what the mail's subject or first line says (RFC 2142 section 6). */
    REQUEST("request"),
    /** {@code news-owner@}: reaches the people who run the list (RFC 2369 section 3.5). */
    OWNER("owner"),
    /** {@code news-admin@}: commands of owners. */
    ADMIN("admin"),
    /** {@code news-bounces@}: the envelope sender of all that the list sends (RFC 5321 section 3.9.2). */
    BOUNCES("bounces"),
    /**
     * {@code postmaster@} and {@code abuse@}: the addresses that every domain has (RFC 5321 section 4.5.1, RFC 2142
     * section 2). They are no list's own; their mail is taken in with that of the first list, and reaches
     * whoever runs the installation. The other addresses by which a certificate is approved are nobody's (CA/Browser Forum,
     * Baseline Requirements 3.2.2.4.4), so that mail to them is refused.
     */
    DOMAIN("postmaster", "abuse");

    private final List<String> words;

    ListRole(String... words) {
        this.words = List.of(words);
    }

    /** The words that stand for it, the one that we write first; none for {@link #POST}. */
    public List<String> words() {
        return words;
    }

    /** All local parts of the addresses that a list has in this role, the one that we write first. */
    public List<String> localParts(ListId list) {
        return switch (this) {
            case POST -> List.of(list.value());
            case DOMAIN -> words;
            case JOIN, LEAVE, CONFIRM, HELP, REQUEST, OWNER, ADMIN, BOUNCES -> Stream.of("-", "+")
                    .flatMap(sign -> words.stream().map(word -> list + sign + word)).toList();
        };
    }

    /** The role that the word stands for behind a list's name. */
    static Optional<ListRole> of(String word) {
        return ofLists().filter(role -> role.words.contains(word)).findFirst();
    }

    /** The roles that a list's own addresses can have. */
    private static Stream<ListRole> ofLists() {
        return Stream.of(values()).filter(role -> role != DOMAIN);
    }

    /** The words behind a list's name. */
    static Stream<String> wordsOfLists() {
        return ofLists().flatMap(role -> role.words.stream());
    }

    /** Whether something may stand behind the word, such as a token: {@code news-confirm+TOKEN@}. */
    boolean takesMore() {
        return this == CONFIRM || this == BOUNCES;
    }
}
