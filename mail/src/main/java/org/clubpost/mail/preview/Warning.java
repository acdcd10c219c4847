package org.clubpost.mail.preview;

/** What an author should know before the members get the mail, though nothing stops it. */
public sealed interface Warning {

    /** No text of the mail holds the member's link to leave. It stands in the header only, where not all programs show it. */
    record NoLink() implements Warning {}

    /**
     * The members would see a name in double braces that is no placeholder: a typing error, or a placeholder of another
     * program.
     *
     * @param name what stands in the braces, such as {@code frist_name}
     */
    record UnknownPlaceholder(String name) implements Warning {}
}
