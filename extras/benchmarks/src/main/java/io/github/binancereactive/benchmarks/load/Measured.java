/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * One round of one side.
 *
 * @param requests how many were answered
 * @param nanos how long that took
 * @param cpuNanos processor time of this JVM meanwhile, all threads
 * @param serverCpuNanos processor time of the server's JVM meanwhile
 * @param allocated heap bytes allocated meanwhile, all threads
 * @param latencies how long each request took, in nanoseconds
 */
record Measured(long requests, long nanos, long cpuNanos, long serverCpuNanos, long allocated, Histogram latencies) {

    double perSecond() {
        return requests * 1e9 / nanos;
    }

    double cpuMicros() {
        return cpuNanos / 1e3 / requests;
    }

    double heapBytes() {
        return (double) allocated / requests;
    }

    double serverLoad() {
        return (double) serverCpuNanos / nanos;
    }

    double clientLoad() {
        return (double) cpuNanos / nanos;
    }
}
