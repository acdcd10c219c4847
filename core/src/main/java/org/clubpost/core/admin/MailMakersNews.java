package org.clubpost.core.admin;

import java.util.stream.Stream;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.Lists;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice.MakersChanged;

/**
 * Tells them by mail, as soon as the installation has a list from whose address it can be sent.
 *
 * @param lists has that address
 * @param notices the way to tell them
 */
public record MailMakersNews(Lists lists, Notices notices) implements MakersNews {

    /** As far as mail can be sent at the moment. It is done, and it is told on the page. Done again, it would be no change. */
    public static MakersNews asFarAsPossible(Lists lists, Notices notices) {
        return new MailMakersNews(lists, notice -> {
            try {
                notices.send(notice);
            } catch (UnavailableException notTold) {
                // Whoever is not told sees it on the page.
            }
        });
    }

    @Override
    public void tell(Makers after, Makers.Step step) {
        lists.all().stream().findFirst().ifPresent(list -> Stream.concat(after.all().stream(), Stream.of(step.who()))
                .distinct().forEach(recipient -> notices.send(new MakersChanged(list, recipient, step.who(),
                        step.isGranted()))));
    }
}
