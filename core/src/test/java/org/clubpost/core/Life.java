package org.clubpost.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The life of a process, which ends at a chosen one of the calls that it makes to its ports: from then on no call has
 * any effect.
 */
public final class Life {

    /** What a call meets when the process is dead. No code can have meant to catch it. */
    public static final class Ended extends Error {

        private static final long serialVersionUID = 1;

        private Ended() {
            super("killed");
        }
    }

    private final AtomicInteger calls = new AtomicInteger();
    private final int last;
    private final boolean lastHasItsEffect;

    /**
     * @param last with which call it ends, from 1
     * @param lastHasItsEffect whether the process dies after that call has had its effect, rather than before
     */
    public Life(int last, boolean lastHasItsEffect) {
        this.last = last;
        this.lastHasItsEffect = lastHasItsEffect;
    }

    /** A life that does not end. */
    public static Life eternal() {
        return new Life(Integer.MAX_VALUE, false);
    }

    /** Whether the call with which it ends has been made. */
    public boolean isOver() {
        return calls.get() >= last;
    }

    /** The port as a process sees it that lives this life. */
    public <P> P of(Class<P> port, P actual) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, arguments) -> {
            if (method.getName().equals("by")) {
                // The same port, as somebody's deed.
                return of(port, port.cast(method.invoke(actual, arguments)));
            }
            var call = calls.incrementAndGet();
            if (call > last || (call == last && !lastHasItsEffect)) {
                throw new Ended();
            }
            try {
                var result = method.invoke(actual, arguments);
                if (call == last) {
                    throw new Ended();
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
