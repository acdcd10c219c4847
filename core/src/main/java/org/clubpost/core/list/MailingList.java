package org.clubpost.core.list;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.clubpost.core.address.EmailAddress;

/**
 * A mailing list with all its settings. Each group of settings is a record of its own; {@link ListSetting} names every single one for the command line
 * and for storage.
 *
 * @param id its short name
 * @param domain the domain of its addresses, in lower-case ASCII form, such as {@code lists.example.org}
 * @param profile how it presents itself
 * @param people who runs it and who may write to it
 * @param posting what is taken in
 * @param layout what its mails look like
 * @param signUp how one joins
 * @param dispatch how its posts go out
 */
public record MailingList(ListId id, String domain, Profile profile, People people, Posting posting, Layout layout,
        SignUp signUp, Dispatch dispatch) {

    /**
     * How a list presents itself.
     *
     * @param name its display name, one line, not empty, such as {@code Chess Club News}
     * @param description one line about it, for the sign-up page; empty for none
     * @param language the language of its pages and mails
     */
    public record Profile(String name, String description, Locale language) {}

    /**
     * Who runs a list, and who may write to it besides.
     *
     * @param owners at least one; they are told what needs a person, and may always post
     * @param posters who may post besides the owners
     */
    public record People(List<EmailAddress> owners, List<EmailAddress> posters) {

        /** Copies the lists. */
        public People {
            owners = List.copyOf(owners);
            posters = List.copyOf(posters);
        }
    }

    /**
     * What a list takes in.
     *
     * @param policy who may post
     * @param maxBytes the largest mail accepted as a post, in octets as received
     * @param screening what else is looked at
     */
    public record Posting(PostingPolicy policy, long maxBytes, Screening screening) {

        /** With nothing out of the ordinary looked at. */
        public Posting(PostingPolicy policy, long maxBytes) {
            this(policy, maxBytes, Screening.DEFAULT);
        }
    }

    /**
     * What is looked at in a mail besides its author and its size.
     *
     * @param refusal what becomes of a mail whose author may not post
     * @param maxRecipients to how many a mail may be addressed in To and Cc together
     * @param mustBeNamed whether the list must be among them
     * @param banned who is not listened to at all
     * @param refusedFiles endings of names of attached files that are not taken, in lower case and without a dot, besides those that SES never sends
     */
    public record Screening(Refusal refusal, int maxRecipients, boolean mustBeNamed, List<SenderPattern> banned,
            List<String> refusedFiles) {

        /** A list as it is when nobody changed this. */
        public static final Screening DEFAULT = new Screening(Refusal.HOLD, 50, false, List.of(), List.of());

        /** Copies the lists. */
        public Screening {
            banned = List.copyOf(banned);
            refusedFiles = List.copyOf(refusedFiles);
        }
    }

    /**
     * What a list's mails look like.
     *
     * @param reply where replies go
     * @param subjectTag what stands before each subject, such as {@code [news]}, or {@code [news %d]} with {@value #NUMBER} for the post's number; empty
     *            for none
     * @param footer what stands under each post, one or more lines; empty for the language's own text
     * @param archive where posts can be read that went out: an http or https URL, with {@value #MESSAGE_ID} in it if each post has a page of its own;
     *            empty when there is no archive
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

        /** With replies going elsewhere. */
        public Layout with(ReplyPolicy changed) {
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

    /**
     * How one joins.
     *
     * @param open whether the sign-up form takes requests for this list
     * @param confirmWithin how long a confirmation link works
     */
    public record SignUp(boolean open, Duration confirmWithin) {}

    /**
     * How a list's posts go out.
     *
     * @param undo how long a post waits first, while its author can take it back; zero for not at all
     * @param quiet when no post begins to go out
     * @param report who is told what became of a post
     * @param resendsUnclear whether a copy of which nobody knows whether it was sent is sent once more
     */
    public record Dispatch(Duration undo, QuietHours quiet, Report report, boolean resendsUnclear) {

        /** A list as it is when nobody changed this: everything at once, and nobody goes without. */
        public static final Dispatch DEFAULT = new Dispatch(Duration.ZERO, QuietHours.NONE, Report.POSTER, true);

        /** Who is told what became of a post. */
        public enum Report {
            /** Its author; the owners, when its author is not proven. */
            POSTER,
            /** The owners. */
            OWNERS,
            /** Nobody. */
            NONE
        }
    }

    /** A list as it is when nothing but its identity was chosen. */
    public static MailingList create(ListId id, String domain, String name, List<EmailAddress> owners) {
        return new MailingList(id, domain, new Profile(name, "", Locale.ENGLISH), new People(owners, List.of()),
                new Posting(PostingPolicy.POSTERS, 10L << 20),
                new Layout(new ReplyPolicy.Author(), "[" + id.value() + "]", ""),
                new SignUp(true, Duration.ofHours(24)), Dispatch.DEFAULT);
    }

    /** The address to post to. */
    public EmailAddress address() {
        return address(ListRole.POST);
    }

    /** The list's address in the given role. */
    public EmailAddress address(ListRole role) {
        return EmailAddress.of(id.value() + role.suffix() + "@" + domain);
    }

    /** This list with another profile. */
    public MailingList with(Profile changed) {
        return new MailingList(id, domain, changed, people, posting, layout, signUp, dispatch);
    }

    /** This list with other people. */
    public MailingList with(People changed) {
        return new MailingList(id, domain, profile, changed, posting, layout, signUp, dispatch);
    }

    /** This list with other rules of posting. */
    public MailingList with(Posting changed) {
        return new MailingList(id, domain, profile, people, changed, layout, signUp, dispatch);
    }

    /** This list with other things looked at in a mail. */
    public MailingList with(Screening changed) {
        return with(new Posting(posting.policy(), posting.maxBytes(), changed));
    }

    /** This list with another layout. */
    public MailingList with(Layout changed) {
        return new MailingList(id, domain, profile, people, posting, changed, signUp, dispatch);
    }

    /** This list with another way to sign up. */
    public MailingList with(SignUp changed) {
        return new MailingList(id, domain, profile, people, posting, layout, changed, dispatch);
    }

    /** This list with another way for its posts to go out. */
    public MailingList with(Dispatch changed) {
        return new MailingList(id, domain, profile, people, posting, layout, signUp, changed);
    }
}
