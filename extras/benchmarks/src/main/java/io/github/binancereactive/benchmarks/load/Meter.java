/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** Runs a round and reads the clocks and counters around it. */
final class Meter {

    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Server server;

    Meter(Server server) {
        this.server = server;
    }

    Measured round(Side side, long nanos) throws InterruptedException {
        // Two digits keep it small enough to stay in the cache, where it disturbs neither side.
        Histogram latencies = new AtomicHistogram(LONGEST_NANOS, 2);
        long serverCpu = server.cpuNanos();
        long allocated = allocated();
        long cpu = process.getProcessCpuTime();
        long began = System.nanoTime();
        long requests = side.run(nanos, latencies);
        long elapsed = System.nanoTime() - began;
        return new Measured(
                requests,
                elapsed,
                process.getProcessCpuTime() - cpu,
                server.cpuNanos() - serverCpu,
                allocated() - allocated,
                latencies);
    }

    /** Of the threads that live: event loops and schedulers stay from round to round. */
    private long allocated() {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
