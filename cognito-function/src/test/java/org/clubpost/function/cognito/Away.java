package org.clubpost.function.cognito;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;

/** Lists to which something happens before one is found. */
final class Away {

    private Away() {}

    static Lists lists(Lists actual, Runnable before) {
        return new Lists() {

            @Override
            public Lists by(Deed deed) {
                return actual.by(deed);
            }

            @Override
            public Optional<MailingList> find(ListId id) {
                before.run();
                return actual.find(id);
            }

            @Override
            public Optional<Headed> headed(ListId id) {
                before.run();
                return actual.headed(id);
            }

            @Override
            public List<Headed> allHeaded() {
                return actual.allHeaded();
            }

            @Override
            public Pause betweenAttempts() {
                return actual.betweenAttempts();
            }

            @Override
            public List<MailingList> all() {
                return actual.all();
            }

            @Override
            public boolean create(MailingList list) {
                return actual.create(list);
            }

            @Override
            public boolean replace(MailingList seen, MailingList changed) {
                return actual.replace(seen, changed);
            }

            @Override
            public boolean remove(ListId id) {
                return actual.remove(id);
            }

            @Override
            public long confirmedMembers(ListId id) {
                return actual.confirmedMembers(id);
            }

            @Override
            public Map<GroupName, Long> groupMembers(ListId id) {
                return actual.groupMembers(id);
            }
        };
    }
}
