package org.clubpost.local.check;

/** What was found out about a data directory, for one line. */
public sealed interface Finding {

    /** What it is about, in a word or two. */
    String subject();

    /** What was found. */
    String text();

    /**
     * As it should be.
     *
     * @param subject what it is about
     * @param text what was found
     */
    record Right(String subject, String text) implements Finding {}

    /**
     * Something does not work, or is lost, because of it.
     *
     * @param subject what it is about
     * @param text what was found
     * @param remedy exactly what to do
     */
    record Wrong(String subject, String text, String remedy) implements Finding {}

    /**
     * Everything works, but something should be done.
     *
     * @param subject what it is about
     * @param text what was found
     * @param remedy exactly what to do
     */
    record Warning(String subject, String text, String remedy) implements Finding {}
}
