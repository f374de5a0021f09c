/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import io.github.binancereactive.testsupport.Incidents.Kind;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import org.jspecify.annotations.Nullable;

/** Netty's leak detector, which also keeps what it reports. */
final class RecordingLeakDetector<T> extends ResourceLeakDetector<T> {

    RecordingLeakDetector(Class<?> resourceType, int samplingInterval) {
        super(resourceType, samplingInterval);
    }

    /** Netty looks for leaks only when the next resource of the same type is allocated: this stands in for it. */
    @SuppressWarnings("unchecked")
    void report() {
        T resource = (T) new Object();
        @Nullable ResourceLeakTracker<T> tracker = track(resource);
        if (tracker != null) {
            tracker.close(resource);
        }
    }

    /** By default it says nothing when its logger is off. */
    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
        record(resourceType, records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
        record(resourceType, " (no access records)");
    }

    private static void record(String resourceType, String records) {
        String description = resourceType + " was not released before it was collected" + records;
        Incidents.record(Kind.LEAK, description, new AssertionError("Leak noticed here"));
    }
}
