/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.stream.StreamEvent;
import io.github.binancereactive.testkit.stream.StreamFilter;
import io.netty.channel.EventLoop;
import java.util.List;

/**
 * The market data streams of a simulator, for a test to add to and to disturb. Thread-safe. What changes something returns
 * when it is done or, on a thread that must not block, at once.
 */
public final class SimulatedStreams {

    private final Simulation simulation;
    private final EventLoop loop;

    SimulatedStreams(Simulation simulation, EventLoop loop) {
        this.simulation = simulation;
        this.loop = loop;
    }

    /**
     * Sends an event to every connection that is subscribed to a stream, in the form of each.
     *
     * @param stream the stream's name, of any kind
     * @param event the event
     */
    public void publish(String stream, StreamEvent event) {
        ControlThread.run(loop, () -> simulation.streams().publish(stream, event));
    }

    /**
     * Puts a filter in the way of all events from now on, in place of the one before.
     *
     * @param filter the filter; {@link StreamFilter#NONE} for none
     */
    public void filter(StreamFilter filter) {
        ControlThread.run(loop, () -> simulation.gate().last(filter));
    }

    /**
     * Keeps from now on what is published on these streams, as it was before any fault, and sees to it that it is published
     * even when nobody is subscribed: what a client got can then be compared with what there was.
     *
     * @param streams names of streams
     */
    public void keepEvents(String... streams) {
        ControlThread.run(loop, () -> simulation.truth().keep(simulation.streams(), List.of(streams)));
    }

    /**
     * The events of a stream since {@link #keepEvents} was called for it.
     *
     * @param stream the stream's name
     * @return a copy, in the order published
     * @throws IllegalArgumentException when they are not kept
     */
    public List<PublishedEvent> published(String stream) {
        return simulation.truth().of(stream);
    }
}
