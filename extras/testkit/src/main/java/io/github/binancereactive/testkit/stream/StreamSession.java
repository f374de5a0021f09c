/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.TimestampUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the exchange keeps of one connection to the streams: its subscriptions, and the form in which it gets events.
 * Confined to the event loop.
 */
public final class StreamSession {

    private static final String SHUTDOWN = "!serverShutdown";

    private final StreamBoard board;
    private final TimestampUnit unit;
    private final Consumer<byte[]> frames;
    private final Set<String> streams = new LinkedHashSet<>();
    private boolean combined;

    /**
     * A connection that has just been opened.
     *
     * @param board where its events come from
     * @param unit the unit of times in events
     * @param combined whether events name their stream
     * @param frames sends a text frame to the client
     */
    public StreamSession(StreamBoard board, TimestampUnit unit, boolean combined, Consumer<byte[]> frames) {
        this.board = board;
        this.unit = unit;
        this.combined = combined;
        this.frames = frames;
    }

    /**
     * Subscribes; what it has subscribed to before stays as it is.
     *
     * @param names names of streams
     */
    public void subscribe(List<String> names) {
        for (String name : names) {
            if (streams.add(name)) {
                board.join(name, this);
            }
        }
    }

    /**
     * Ends subscriptions, those that there are.
     *
     * @param names names of streams
     */
    public void unsubscribe(List<String> names) {
        for (String name : names) {
            if (streams.remove(name)) {
                board.leave(name, this);
            }
        }
    }

    /**
     * The streams that it is subscribed to.
     *
     * @return a copy, in the order in which they were subscribed to
     */
    public List<String> streams() {
        return new ArrayList<>(streams);
    }

    /** How many streams it would be subscribed to with these. */
    int with(List<String> names) {
        Set<String> all = new LinkedHashSet<>(streams);
        all.addAll(names);
        return all.size();
    }

    boolean combined() {
        return combined;
    }

    void combined(boolean now) {
        combined = now;
    }

    void send(StreamFrames event) {
        frames.accept(event.frame(unit, combined));
    }

    /**
     * Says that the server is about to shut down.
     *
     * @param nowMicros now, in microseconds since the epoch
     */
    public void announceShutdown(long nowMicros) {
        send(new StreamFrames(
                SHUTDOWN, StreamEvent.rendered(in -> "{\"e\":\"serverShutdown\",\"E\":" + in.of(nowMicros) + "}")));
    }

    /** Ends all subscriptions. */
    public void close() {
        unsubscribe(streams());
    }
}
