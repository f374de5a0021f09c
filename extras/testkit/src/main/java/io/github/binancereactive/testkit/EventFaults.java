/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.stream.StreamEvent;
import io.github.binancereactive.testkit.stream.StreamFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Lets events of streams go wrong. Event loop only. */
final class EventFaults implements StreamFilter {

    private final Faults faults;
    private final List<SimulatedConnection> connections;
    private final Map<String, StreamEvent> held = new HashMap<>();
    private final List<Countdown> countdowns = new ArrayList<>();

    EventFaults(Faults faults, List<SimulatedConnection> connections) {
        this.faults = faults;
        this.connections = connections;
    }

    /** A reset that comes after some more events. */
    private static final class Countdown {

        private final EventFault.ResetAfter fault;
        private int left;

        Countdown(EventFault.ResetAfter fault) {
            this.fault = fault;
            left = fault.events();
        }

        boolean endsWith(String stream) {
            return fault.fits(stream) && --left == 0;
        }
    }

    @Override
    public void pass(String stream, StreamEvent event, BiConsumer<String, StreamEvent> next) {
        EventFault fault = faults.takeEvent(stream);
        if (fault instanceof EventFault.Swap && !held.containsKey(stream)) {
            held.put(stream, event);
            return;
        }
        send(fault, stream, event, next);
        StreamEvent late = held.remove(stream);
        if (late != null) {
            next.accept(stream, late);
        }
        countDown(fault, stream);
    }

    private static void send(
            @Nullable EventFault fault, String stream, StreamEvent event, BiConsumer<String, StreamEvent> next) {
        if (fault instanceof EventFault.Lose) {
            return;
        }
        next.accept(stream, event);
        if (fault instanceof EventFault.Duplicate) {
            next.accept(stream, event);
        }
    }

    private void countDown(@Nullable EventFault fault, String stream) {
        if (fault instanceof EventFault.ResetAfter reset) {
            countdowns.add(new Countdown(reset));
        }
        boolean isOver = false;
        for (Iterator<Countdown> running = countdowns.iterator(); running.hasNext(); ) {
            if (running.next().endsWith(stream)) {
                running.remove();
                isOver = true;
            }
        }
        if (isOver) {
            connections.stream()
                    .filter(connection -> connection.subscriptions().contains(stream))
                    .forEach(SimulatedConnection::reset);
        }
    }
}
