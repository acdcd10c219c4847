package org.clubpost.core.subscriber;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member wants of the list's mail. The member sets it on the page behind the link in the mails; an owner sets it
 * on the command line.
 *
 * @param ownPosts what the member gets when they post
 * @param copyWhenAddressed whether the list sends its copy to a member who has the mail already, because the author's
 *         own To or Cc names them
 * @param notification how the member is told that a new post is out
 * @param pausedUntil the day on which the list's mail goes on to the member; empty when it goes on now. A day that has
 *         begun says the same
 */
public record MemberSettings(OwnPosts ownPosts, boolean copyWhenAddressed, Notification notification,
        Optional<LocalDate> pausedUntil) {

    /** The settings of a member who never chose: every post, also their own. */
    public static final MemberSettings DEFAULT = new MemberSettings(OwnPosts.COPY, true);

    /** How far ahead a pause may end. */
    public static final Period LONGEST_PAUSE = Period.ofYears(1);

    /** Without a pause. */
    public MemberSettings(OwnPosts ownPosts, boolean copyWhenAddressed, Notification notification) {
        this(ownPosts, copyWhenAddressed, notification, Optional.empty());
    }

    /** Without a word about new posts. */
    public MemberSettings(OwnPosts ownPosts, boolean copyWhenAddressed) {
        this(ownPosts, copyWhenAddressed, Notification.none());
    }

    /** What a member gets when they post. */
    public enum OwnPosts {

        /** The copy that everybody gets. */
        COPY,
        /** A short mail in place of the copy, which says that the post went out. */
        RECEIPT,
        /** Nothing. */
        NONE;

        /** As written on the command line and in forms: the name in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads what {@link #word} gives, in any case. */
        public static Optional<OwnPosts> parse(String text) {
            return Stream.of(values()).filter(each -> each.word().equalsIgnoreCase(text)).findFirst();
        }
    }

    /** With another choice for own posts. */
    public MemberSettings with(OwnPosts chosen) {
        return new MemberSettings(chosen, copyWhenAddressed, notification, pausedUntil);
    }

    /** With or without the copy of a post whose author addressed the member. */
    public MemberSettings withCopyWhenAddressed(boolean copy) {
        return new MemberSettings(ownPosts, copy, notification, pausedUntil);
    }

    /** Told of new posts in another way. */
    public MemberSettings with(Notification chosen) {
        return new MemberSettings(ownPosts, copyWhenAddressed, chosen, pausedUntil);
    }

    /** With the list's mail going on at that day, or without a pause. */
    public MemberSettings pausedUntil(Optional<LocalDate> day) {
        return new MemberSettings(ownPosts, copyWhenAddressed, notification, day);
    }

    /**
     * The day on which the list's mail goes on; empty when it goes on at that moment.
     *
     * @param zone where the list's days begin
     */
    public Optional<LocalDate> pauseAt(Instant now, ZoneId zone) {
        return pausedUntil.filter(day -> now.isBefore(day.atStartOfDay(zone).toInstant()));
    }

    /**
     * Whether a pause may end at the beginning of that day: tomorrow at the earliest, and {@link #LONGEST_PAUSE} ahead
     * at the latest.
     *
     * @param zone where the list's days begin
     */
    public static boolean mayPauseUntil(LocalDate day, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return day.isAfter(today) && !day.isAfter(today.plus(LONGEST_PAUSE));
    }
}
