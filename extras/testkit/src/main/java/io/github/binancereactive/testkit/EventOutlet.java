/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The way of one connection's events to its socket, which a test can make longer, or break off after some more of them.
 * Event loop only.
 */
final class EventOutlet {

    private static final int NEVER = -1;

    private final SimulatorClock clock;
    private final Consumer<byte[]> socket;
    private final Runnable reset;
    private final Deque<byte[]> late = new ArrayDeque<>();
    private long delayMicros;
    private long lastDueMicros;
    private int untilReset = NEVER;

    EventOutlet(SimulatorClock clock, Consumer<byte[]> socket, Runnable reset) {
        this.clock = clock;
        this.socket = socket;
        this.reset = reset;
    }

    void delay(Duration delay) {
        delayMicros = delay.toNanos() / 1000;
    }

    void resetAfter(int events) {
        untilReset = events;
    }

    /** Sends it when its time has come, and never before those that came earlier. */
    void send(byte[] event) {
        long now = clock.elapsedMicros();
        long due = Math.max(now + delayMicros, lastDueMicros);
        if (due <= now && late.isEmpty()) {
            sendNow(event);
            return;
        }
        lastDueMicros = due;
        late.add(event);
        clock.after(Duration.ofNanos((due - now) * 1000), this::sendOldest);
    }

    private void sendOldest() {
        byte[] oldest = late.poll();
        if (oldest != null) {
            sendNow(oldest);
        }
    }

    private void sendNow(byte[] event) {
        socket.accept(event);
        if (untilReset > 0 && --untilReset == 0) {
            untilReset = NEVER;
            reset.run();
        }
    }

    /** What has not been sent by now never will be. */
    void close() {
        late.clear();
    }
}
