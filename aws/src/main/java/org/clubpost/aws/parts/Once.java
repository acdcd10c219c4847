package org.clubpost.aws.parts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first asked for, and kept. What fails is tried again by the next who asks. Safe for
 * use by many threads.
 */
final class Once<T> {

    private @Nullable T made;

    synchronized T get(Supplier<T> making) {
        var here = made;
        if (here == null) {
            here = making.get();
            made = here;
        }
        return here;
    }
}
