package org.clubpost.local.files;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

import org.clubpost.core.list.Lists;
import org.clubpost.core.post.Posts;
import org.clubpost.core.store.MailKey;

/**
 * The mails without which something could not go on: those of every post that is not settled, as they came and as they
 * go out, and those that are yet to be taken in.
 *
 * @param lists the lists
 * @param posts their posts
 * @param owed the mails that are yet to be taken in
 */
public record NeededMails(Lists lists, Posts posts, Supplier<? extends Collection<MailKey>> owed)
        implements
            Supplier<Set<MailKey>> {

    @Override
    public Set<MailKey> get() {
        Set<MailKey> needed = new HashSet<>(owed.get());
        for (var list : lists.all()) {
            try (var unsettled = posts.unsettled(list.id())) {
                unsettled.forEach(post -> {
                    needed.add(post.mail());
                    needed.add(post.id().preparedMail());
                });
            }
        }
        return needed;
    }
}
