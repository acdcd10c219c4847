package org.clubpost.core.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;

/** Topics that show a test what is done with them. People agree at once, unless the test says otherwise. */
public final class CollectingNotes implements Notes {

    private final Map<SubscriberId, Notification> followed = new HashMap<>();
    private final List<SubscriberId> welcomed = new ArrayList<>();
    private final List<Note> published = new ArrayList<>();
    private boolean agreed = true;
    private boolean there = true;

    /** Topics that reach nobody yet. */
    public CollectingNotes() {}

    /** From now on people have agreed, or have not. */
    public void agree(boolean isSo) {
        agreed = isSo;
    }

    /** From now on the topics can be used, or cannot. */
    public void beThere(boolean isSo) {
        there = isSo;
    }

    private void use() {
        if (!there) {
            throw new UnavailableException("no topic can be used");
        }
    }

    @Override
    public Reach follow(MailingList list, Subscriber.Confirmed member) {
        use();
        followed.put(member.id(), member.settings().notification());
        if (!agreed) {
            return Reach.LATER;
        }
        return welcomed.contains(member.id()) ? Reach.KNOWN : Reach.NEW;
    }

    @Override
    public boolean unfollow(ListId list, SubscriberId person) {
        use();
        followed.remove(person);
        welcomed.remove(person);
        return agreed;
    }

    @Override
    public int phones(ListId list) {
        return (int) followed.values().stream().filter(Notification.ByPhone.class::isInstance).count();
    }

    @Override
    public void publish(MailingList list, Note note) {
        use();
        published.add(note);
        if (note instanceof Note.Welcome(var reader)) {
            welcomed.add(reader);
        }
    }

    /** How each person is reached. */
    public Map<SubscriberId, Notification> followed() {
        return Map.copyOf(followed);
    }

    /** What was said, in that order. */
    public List<Note> published() {
        return List.copyOf(published);
    }
}
