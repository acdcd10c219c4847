package org.clubpost.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody who does something between a caller's look and the caller's next change. */
public final class Rival {

    private final String call;
    private final Runnable act;
    private final AtomicBoolean hasActed = new AtomicBoolean();

    /**
     * @param call the name of the method before whose first call the rival acts
     * @param act what the rival does, once
     */
    public Rival(String call, Runnable act) {
        this.call = call;
        this.act = act;
    }

    /** The port as a caller sees it who has this rival. */
    public <P> P of(Class<P> port, P actual) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, arguments) -> {
            if (method.getName().equals(call) && hasActed.compareAndSet(false, true)) {
                act.run();
            }
            try {
                var result = method.invoke(actual, arguments);
                return method.getName().equals("by") ? of(port, port.cast(result)) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
