package org.clubpost.people.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The program that wrote a file, by the columns that only its files have. */
enum Origin {
    CLUBPOST("an export of Clubpost", Set.of("email", "ownposts", "consent")), GOOGLE("a file of Google Contacts",
            Set.of("email1value")), OUTLOOK("a file of Outlook",
                    Set.of("emailaddress", "emaildisplayname")), OUTLOOK_GERMAN("a file of Outlook",
                            Set.of("emailadresse", "emailangezeigtername")), MAILCHIMP("a file of Mailchimp",
                                    Set.of("memberrating")), LISTMONK("a file of listmonk",
                                            Set.of("email", "name", "status", "attributes")), PHPLIST(
                                                    "a file of phpList",
                                                    Set.of("email", "confirmed", "blacklisted")), CLEVERREACH(
                                                            "a file of CleverReach",
                                                            Set.of("email", "registered", "activated"));

    private final String words;
    private final Set<String> names;

    Origin(String words, Set<String> names) {
        this.words = words;
        this.names = names;
    }

    /** Who wrote a file with these columns; empty when nothing tells. */
    static Optional<Origin> of(List<String> plainNames) {
        return Stream.of(values()).filter(each -> plainNames.containsAll(each.names)).findFirst();
    }

    /** Its name for people. */
    String words() {
        return words;
    }
}
