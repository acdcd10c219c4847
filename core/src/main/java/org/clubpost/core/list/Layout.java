package org.clubpost.core.list;

/**
 * What a list's mails look like.
 *
 * @param reply where replies go
 * @param subjectTag what stands before each subject, such as {@code [news]}, or {@code [news %d]} with {@value #NUMBER}
 *         for the post's number; empty for none
 * @param footer what stands under each post, one or more lines; empty for the language's own text
 * @param archive where the posts that went out can be read: an http or https URL, with {@value #MESSAGE_ID} in it if
 *         each post has a page of its own; empty when there is no archive
 */
public record Layout(ReplyPolicy reply, String subjectTag, String footer, String archive) {

    /** Stands for the Message-ID of the post in the archive's URL. */
    public static final String MESSAGE_ID = "{message-id}";

    /** Stands for the number of the post in a subject tag. */
    public static final String NUMBER = "%d";

    /** Without an archive. */
    public Layout(ReplyPolicy reply, String subjectTag, String footer) {
        this(reply, subjectTag, footer, "");
    }

    /** Whether posts are numbered. */
    public boolean isNumbered() {
        return subjectTag.contains(NUMBER);
    }

    /** The tag of the post with that number. */
    public String subjectTag(long number) {
        return subjectTag.replace(NUMBER, Long.toString(number));
    }

    /** With another place for replies to go. */
    public Layout withReply(ReplyPolicy changed) {
        return new Layout(changed, subjectTag, footer, archive);
    }

    /** With another subject tag. */
    public Layout withSubjectTag(String changed) {
        return new Layout(reply, changed, footer, archive);
    }

    /** With another footer. */
    public Layout withFooter(String changed) {
        return new Layout(reply, subjectTag, changed, archive);
    }

    /** With another archive. */
    public Layout withArchive(String changed) {
        return new Layout(reply, subjectTag, footer, changed);
    }
}
