package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscription.Funnel.Step;

/**
 * Counts how far sign-ups get. What cannot be counted is left out, so that it keeps nobody from joining. Safe for use by
 * many threads.
 *
 * <p>An opened link counts once, as long as this process remembers it among the last {@value #REMEMBERED}. So whoever
 * loads a page a million times causes one write, and a mail program that fetches a link three times counts once. Nothing
 * of that is stored: which link was opened is known to the memory of a process only, and of the link it knows a digest. A link for
 * several lists counts on each of them.
 */
public final class CountSignUps {

    private static final int REMEMBERED = 4096;

    private final Funnel funnel;
    private final InstantSource clock;
    private final Set<TokenDigest> opened = Collections
            .synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<TokenDigest, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

    /** Counts there. */
    public CountSignUps(Funnel funnel, InstantSource clock) {
        this.funnel = funnel;
        this.clock = clock;
    }

    /** Somebody asked to join and gets the mail with the link. */
    public void asked(MailingList list) {
        count(list, Step.ASKED);
    }

    /**
     * The page behind an open request was shown.
     *
     * @param token the text from the link
     */
    public void shown(MailingList list, String token) {
        if (opened.add(TokenDigest.of(list.id() + "/" + token))) {
            count(list, Step.SHOWN);
        }
    }

    /** Somebody confirmed. */
    public void confirmed(MailingList list) {
        count(list, Step.CONFIRMED);
    }

    /** Somebody confirmed if that is what came of it just now: who does it again was counted before. */
    public void came(Confirm.Outcome outcome) {
        if (outcome instanceof Confirm.Outcome.Joined(var list, _)) {
            confirmed(list);
        }
        if (outcome instanceof Confirm.Outcome.Applied(var list, _)) {
            confirmed(list);
        }
    }

    private void count(MailingList list, Step step) {
        try {
            funnel.count(list.id(), day(list, clock.instant()), step);
        } catch (UnavailableException notCounted) {
            // One less.
        }
    }

    private static LocalDate day(MailingList list, Instant now) {
        return LocalDate.ofInstant(now, list.dispatch().zone());
    }
}
