package org.clubpost.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that begin the same thing at the same moment. */
public final class Race {

    private Race() {}

    /** What each runner returned, in the order of the runners. An exception in one of them fails the test. */
    public static <T> List<T> run(List<? extends Callable<T>> runners) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(runners.size())) {
            var ready = new CountDownLatch(runners.size());
            var results = new ArrayList<Future<T>>();
            for (var runner : runners) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return runner.call();
                }));
            }
            var all = new ArrayList<T>();
            for (var result : results) {
                all.add(result.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new AssertionError("one of the racers failed", e.getCause());
        }
    }

    /** How many of so many threads were told that they won. */
    public static long winners(int threads, Callable<Boolean> attempt) throws InterruptedException {
        var runners = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < threads; i++) {
            runners.add(attempt);
        }
        return run(runners).stream().filter(won -> won).count();
    }
}
