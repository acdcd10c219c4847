package org.clubpost.core.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.clubpost.core.UnavailableException;
import org.clubpost.core.consent.Wording;

/** Notices that are shown to the test instead of being sent. */
public final class CollectingNotices implements Notices {

    private final List<Notice> sent = new ArrayList<>();
    private volatile Predicate<Notice> taken = _ -> true;

    /** Takes only such notices from now on; others meet a provider that is not there. */
    public void takeOnly(Predicate<Notice> notices) {
        taken = notices;
    }

    @Override
    public void send(Notice notice) {
        if (!taken.test(notice)) {
            throw new UnavailableException("the provider takes no mail");
        }
        synchronized (this) {
            sent.add(notice);
        }
    }

    @Override
    public Optional<Wording> words(JoinNotice.ConfirmationReminder reminder) {
        return Optional.of(Wording.of("Still join " + reminder.list().id() + "?"));
    }

    @Override
    public Optional<Wording> words(JoinNotice.JointConfirmationReminder reminder) {
        return Optional.of(Wording.of("Still join "
                + reminder.lists().stream().map(list -> list.id().value()).toList() + "?"));
    }

    /** Says which lists it names, and nothing of the person. */
    @Override
    public Optional<Wording> words(JoinNotice.JointConfirmationRequest request) {
        return Optional
                .of(Wording.of("Join " + request.lists().stream().map(list -> list.id().value()).toList() + "? Not "
                        + request.others().stream().map(list -> list.id().value()).toList()));
    }

    /** What was sent, in that order. */
    public synchronized List<Notice> sent() {
        return List.copyOf(sent);
    }

    /** The notices of that kind that were sent, in that order. */
    public <N extends Notice> List<N> sent(Class<N> kind) {
        return sent().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
