package org.clubpost.core.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;

/**
 * The lists together with those that were deleted and can come back. For what people may do all the same: leave, and ask
 * what is stored of them or have it erased. Nothing else may see a deleted list.
 *
 * @param lists the lists
 * @param deleted those that were deleted
 */
public record WithDeleted(Lists lists, DeletedLists deleted) implements Lists {

    @Override
    public Lists by(Deed deed) {
        return new WithDeleted(lists.by(deed), deleted);
    }

    @Override
    public Pause betweenAttempts() {
        return lists.betweenAttempts();
    }

    @Override
    public Optional<MailingList> find(ListId id) {
        return lists.find(id).or(() -> deleted.find(id).map(DeletedLists.Deleted::list));
    }

    @Override
    public Optional<Headed> headed(ListId id) {
        return lists.headed(id)
                .or(() -> deleted.find(id).map(known -> new Headed(known.list(), known.members(), Map.of())));
    }

    @Override
    public List<Headed> allHeaded() {
        var all = new ArrayList<>(lists.allHeaded());
        deleted.all().forEach(known -> all.add(new Headed(known.list(), known.members(), Map.of())));
        return all;
    }

    @Override
    public List<MailingList> all() {
        var all = new ArrayList<>(lists.all());
        deleted.all().forEach(known -> all.add(known.list()));
        return all;
    }

    @Override
    public boolean create(MailingList list) {
        return lists.create(list);
    }

    @Override
    public boolean replace(MailingList seen, MailingList changed) {
        return lists.replace(seen, changed);
    }

    @Override
    public boolean remove(ListId id) {
        return lists.remove(id);
    }

    @Override
    public long confirmedMembers(ListId id) {
        return lists.confirmedMembers(id);
    }

    @Override
    public Map<GroupName, Long> groupMembers(ListId id) {
        return lists.groupMembers(id);
    }
}
