package org.clubpost.function.subscribe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.FormFields;
import org.clubpost.core.list.ListId;

/**
 * The lists that a visitor ticked on the front page.
 *
 * @param lists those that can be names of lists, each once
 */
record Choice(List<ListId> lists) {

    Choice {
        lists = List.copyOf(lists);
    }

    /** Empty when the request is not one of the front page's form: it names one list, or it has no words about lists. */
    static Optional<Choice> of(FormFields.Read fields) {
        return fields.values().containsKey(SignUpFields.LISTS) || isFrontPage(fields)
                ? Optional.of(new Choice(Stream.of(fields.text(SignUpFields.LISTS).split(",", -1))
                        .flatMap(name -> ListId.parse(name.strip()).stream()).distinct().toList()))
                : Optional.empty();
    }

    /** Nothing is sent of boxes that are not ticked. */
    private static boolean isFrontPage(FormFields.Read fields) {
        return fields.text(SignUpFields.LIST).isEmpty()
                && fields.text(SignUpFields.FORM).equals(SignUpFields.FRONT_PAGE);
    }
}
