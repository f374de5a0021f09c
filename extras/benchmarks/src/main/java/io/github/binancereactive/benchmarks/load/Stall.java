/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.channel.EventLoop;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import reactor.netty.resources.LoopResources;

/**
 * For how long a client's only event loop does nothing else while a large answer arrives: the largest delay during each
 * call. Beside it a loop in the same JVM at the same time that has nothing to do: what it shows is the machine, the
 * collector and the other threads. And the processor time that the loop's thread used for the whole answer: no delay of its
 * own making can be longer than that, however busy the machine is.
 */
final class Stall {

    private static final String HEAD = """

            | event loop, ms per answer | its CPU: median | p90 | largest delay: median | p90 | idle loop's largest delay: median | p90 |
            |---|---|---|---|---|---|---|
            """;

    private static final int CALLS_PER_ROUND = 10;
    private static final long SETTLE_MILLIS = 5;

    private final Server server;
    private final LoadOptions options;
    private final PrintStream out;

    Stall(Server server, LoadOptions options, PrintStream out) {
        this.server = server;
        this.options = options;
        this.out = out;
    }

    void run() throws InterruptedException {
        out.print(HEAD);
        LoopResources loops = LoopResources.create("load-stall", 1, true);
        LoopResources idle = LoopResources.create("load-idle", 1, true);
        Scenarios scenarios = new Scenarios(server, loops);
        EventLoop busyLoop = loops.onClient(true).next();
        EventLoop idleLoop = idle.onClient(true).next();
        for (Scenario scenario : scenarios.exchangeInfo()) {
            measure(scenario.name(), scenario.ours(), busyLoop, idleLoop);
            measure(scenario.name() + ", floor", scenario.floor(), busyLoop, idleLoop);
        }
        loops.dispose();
        idle.dispose();
    }

    private void measure(String name, Supplier<Side> opened, EventLoop busyLoop, EventLoop idleLoop)
            throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long thread = busyLoop.submit(() -> Thread.currentThread().getId())
                .syncUninterruptibly()
                .getNow();
        Histogram cpu = new Histogram(2);
        Histogram busy = new Histogram(2);
        Histogram idle = new Histogram(2);
        LoopProbe busyProbe = LoopProbe.start(busyLoop);
        LoopProbe idleProbe = LoopProbe.start(idleLoop);
        try (Side side = opened.get()) {
            for (int call = -options.warmUps() * CALLS_PER_ROUND; call < options.rounds() * CALLS_PER_ROUND; call++) {
                busyProbe.take();
                idleProbe.take();
                long before = threads.getThreadCpuTime(thread);
                side.run(0, new Histogram(2));
                long used = threads.getThreadCpuTime(thread) - before;
                TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
                if (call >= 0) {
                    cpu.recordValue(used);
                    busy.recordValue(busyProbe.take().getMaxValue());
                    idle.recordValue(idleProbe.take().getMaxValue());
                }
            }
        } finally {
            busyProbe.stop();
            idleProbe.stop();
        }
        out.println("| " + name + " | " + millis(cpu) + " | " + millis(busy) + " | " + millis(idle) + " |");
    }

    private static String millis(Histogram delays) {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f",
                delays.getValueAtPercentile(50) / 1e6,
                delays.getValueAtPercentile(90) / 1e6);
    }
}
