/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Leak detection for all Netty resources: every one is tracked, and a check finds all that were lost so far. */
final class Leaks {

    private static final int GC_TIMEOUT_MILLIS = 5_000;
    private static final Queue<RecordingLeakDetector<?>> DETECTORS = new ConcurrentLinkedQueue<>();

    private Leaks() {}

    /** Must run before the first buffer is allocated: Netty's classes keep their detector for ever. */
    static void guard() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new RecordingFactory());
    }

    /** Records an incident for every resource that became garbage without having been released. */
    static void check() {
        // The second round proves that the references which the first one cleared have all reached their queues.
        collectGarbage();
        collectGarbage();
        DETECTORS.forEach(RecordingLeakDetector::report);
    }

    private static void collectGarbage() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> canary = new WeakReference<>(new Object(), queue);
        System.gc();
        try {
            if (queue.remove(GC_TIMEOUT_MILLIS) == null) {
                throw new IllegalStateException("System.gc() collected nothing: leaks can't be found");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Reference.reachabilityFence(canary);
        }
    }

    private static final class RecordingFactory extends ResourceLeakDetectorFactory {

        @Override
        @SuppressWarnings("deprecation") // Netty's own callers use the newer form, but this one is the abstract one.
        public <T> ResourceLeakDetector<T> newResourceLeakDetector(
                Class<T> resource, int samplingInterval, long maxActive) {
            return newResourceLeakDetector(resource, samplingInterval);
        }

        @Override
        public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval) {
            RecordingLeakDetector<T> detector = new RecordingLeakDetector<>(resource, samplingInterval);
            DETECTORS.add(detector);
            return detector;
        }
    }
}
