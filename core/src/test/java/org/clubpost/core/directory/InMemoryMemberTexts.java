package org.clubpost.core.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.Pause;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** Texts about people, in memory. None goes by itself. */
public final class InMemoryMemberTexts implements MemberTexts {

    private final Map<String, MemberText> texts = new TreeMap<>();

    private static String key(ListId list, SubscriberId person) {
        return list + " " + person.hex() + " ";
    }

    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public synchronized Optional<MemberText> find(ListId list, SubscriberId person, MemberText.Kind kind) {
        return Optional.ofNullable(texts.get(key(list, person) + kind));
    }

    @Override
    public synchronized List<MemberText> of(ListId list, SubscriberId person) {
        return texts.entrySet().stream().filter(each -> each.getKey().startsWith(key(list, person)))
                .map(Map.Entry::getValue).toList();
    }

    @Override
    public synchronized boolean replace(Optional<MemberText> seen, MemberText changed) {
        if (!seen.equals(find(changed.list(), changed.person(), changed.kind()))) {
            return false;
        }
        texts.put(key(changed.list(), changed.person()) + changed.kind(), changed);
        return true;
    }

    @Override
    public synchronized void forget(ListId list, SubscriberId person) {
        texts.keySet().removeIf(each -> each.startsWith(key(list, person)));
    }
}
