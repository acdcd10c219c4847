package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.secret.TokenDigest;

/**
 * Signs somebody in with the link of a mail, in the browser that asked for it and in no other. Whoever opens the link
 * elsewhere uses nothing up, and sees a code to type in the browser that asked. So nobody who only has the browser, or
 * only has the link, gets in.
 *
 * @param signIns the wishes
 * @param tokens what the mail proves
 * @param sessions what begins
 */
public record EnterByMail(SignIns signIns, SignInTokens tokens, Sessions sessions) {

    private static final String ID = "session of ";

    /** What a link is good for. */
    public sealed interface Look {

        /** It is in the browser that asked: a button signs in. */
        record Here() implements Look {}

        /**
         * It is in another browser, which shows what to type in the first.
         *
         * @param code what to type
         */
        record Elsewhere(Code code) implements Look {}

        /** Its time is over, it was used, or it is none of our links. */
        record Over() implements Look {}
    }

    /**
     * A code, for people.
     *
     * @param text such as {@code BCDF-GHJK}
     */
    public record Code(String text) {}

    /** What came of trying to get in. */
    public sealed interface Outcome {

        /**
         * Signed in.
         *
         * @param opened the session
         */
        record In(Sessions.Opened opened) implements Outcome {}

        /**
         * The code is wrong, and more may be typed.
         *
         * @param left how many
         */
        record Wrong(int left) implements Outcome {}

        /** Its time is over, it was used, too many codes were wrong, or this is not the browser that asked. */
        record Over() implements Outcome {}
    }

    /**
     * What a browser is to keep of the wish it made.
     *
     * @param id of the wish
     * @param secret of the browser
     */
    public record Kept(String id, String secret) {

        /** A browser that made none. */
        public static final Kept NOTHING = new Kept("", "");

        /** Says what this is, and not the secret. */
        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /** What that link is good for in this browser. Uses nothing up. */
    public Look look(String link, Kept kept, Instant now) {
        var wish = tokens.read(link).flatMap(signIns::find).filter(found -> found.isOpen(now));
        return wish.<Look>map(found -> isOf(found, kept)
                ? new Look.Here()
                : new Look.Elsewhere(new Code(tokens.code(found.id())))).orElseGet(Look.Over::new);
    }

    /** Whether this browser made a wish that is open still, so that a code can be typed. */
    public boolean isWaiting(Kept kept, Instant now) {
        return wish(kept, now).isPresent();
    }

    /**
     * Signs in with the link.
     *
     * @param life how long the session is to last
     * @param agent the browser, as it says itself
     */
    public Outcome byLink(String link, Kept kept, Duration life, String agent, Instant now) {
        return tokens.read(link).filter(kept.id()::equals).flatMap(_ -> wish(kept, now))
                .<Outcome>map(wish -> enter(wish, kept, life, agent, now)).orElseGet(Outcome.Over::new);
    }

    /** Signs in with the code that the link shows in another browser. Each one that is typed counts, before it is read. */
    public Outcome byCode(String typed, Kept kept, Duration life, String agent, Instant now) {
        var counted = Attempts.until(signIns, () -> {
            var seen = wish(kept, now);
            return seen.isEmpty() || signIns.replace(seen, seen.get().tried())
                    ? Optional.of(seen.map(SignIn::tried))
                    : Optional.empty();
        });
        if (counted.filter(wish -> wish.tries() <= SignIn.MOST_TRIES).isEmpty()) {
            return new Outcome.Over();
        }
        var wish = counted.get();
        if (tokens.isCode(wish.id(), typed)) {
            return enter(wish, kept, life, agent, now);
        }
        return wish.tries() == SignIn.MOST_TRIES
                ? new Outcome.Over()
                : new Outcome.Wrong(SignIn.MOST_TRIES - wish.tries());
    }

    /**
     * The session's id follows from the wish. So whoever presses the button twice, or again because this died before the
     * wish was removed, gets the same session.
     */
    private Outcome enter(SignIn wish, Kept kept, Duration life, String agent, Instant now) {
        var opened = sessions.open(new Actor.Owner(wish.address()), session(kept), life, agent, now);
        signIns.remove(wish.id());
        return new Outcome.In(opened);
    }

    private Optional<SignIn> wish(Kept kept, Instant now) {
        return kept.id().isEmpty()
                ? Optional.empty()
                : signIns.find(kept.id()).filter(found -> found.isOpen(now) && isOf(found, kept));
    }

    private static boolean isOf(SignIn wish, Kept kept) {
        return wish.id().equals(kept.id()) && MessageDigest.isEqual(wish.browser().hex().getBytes(US_ASCII),
                TokenDigest.of(kept.secret()).hex().getBytes(US_ASCII));
    }

    /** Only the browser knows what it is made of, so nobody who reads the store can tell it in advance. */
    private static String session(Kept kept) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest((ID + kept.id() + "." + kept.secret()).getBytes(US_ASCII))).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
