package org.clubpost.aws.parts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first asked for, and then kept. When making it fails, the next caller tries again.
 * Safe for use by many threads.
 */
public final class Once<T> {

    private @Nullable T made;

    /** What was made, or is made now with that. */
    public synchronized T get(Supplier<T> making) {
        var here = made;
        if (here == null) {
            here = making.get();
            made = here;
        }
        return here;
    }
}
