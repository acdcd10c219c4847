package org.clubpost.core.admin;

import java.util.List;
import org.clubpost.core.list.Lists;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.NoteTasks;

/**
 * Notes that they are to be told, where no mail can be sent. {@link CarryNews} tells them.
 *
 * @param lists the first lends its address
 * @param tasks takes what is to be told
 */
public record OweMakersNews(Lists lists, NoteTasks tasks) implements MakersNews {

    @Override
    public void tell(Makers after, Makers.Step step) {
        lists.ids().stream().findFirst().ifPresent(list -> tasks.add(List.of(Errand.of(list, step.at(),
                new Errand.MakersNews(step.at())))));
    }
}
