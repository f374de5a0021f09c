/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.EventDecoder;
import io.github.binancereactive.core.codec.StreamFrames;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/**
 * One line on one connection: keeps the connection apart from its feed. What a feed throws ends here, and nothing reaches it once the
 * line or this is closed. Calls of the feed come one after the other, by {@link StreamReader}.
 */
final class Subscription<T> implements StreamFrames.EventTarget<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final SupplyLine<T> line;
    private final long number;
    private final Feed<T> feed;
    private final SupplyCounters counters;
    private volatile boolean open = true; // any thread

    private boolean confirmed; // steps only
    private boolean released; // steps only
    private boolean hasThrown; // where the feed is called

    Subscription(SupplyLine<T> line, long number, Feed<T> feed, SupplyCounters counters) {
        this.line = line;
        this.number = number;
        this.feed = feed;
        this.counters = counters;
    }

    SupplyLine<T> line() {
        return line;
    }

    long number() {
        return number;
    }

    /** Any thread. */
    boolean isOpen() {
        return open && !line.isClosed();
    }

    /** From now on the feed hears nothing. Any thread. */
    void mute() {
        open = false;
    }

    // --- steps only ---

    boolean isConfirmed() {
        return confirmed;
    }

    void confirm() {
        confirmed = true;
    }

    boolean isReleased() {
        return released;
    }

    void release() {
        released = true;
    }

    // --- where the feed is called ---

    @Override
    public EventDecoder<T> decoder() {
        return line.decoder();
    }

    @Override
    public void onEvent(T event) {
        if (isOpen()) {
            counters.events.increment();
            try {
                feed.onEvent(event);
            } catch (Throwable e) {
                thrown(e);
            }
        }
    }

    void onSubscribed() {
        if (isOpen()) {
            try {
                feed.onSubscribed();
            } catch (Throwable e) {
                thrown(e);
            }
        }
    }

    void onClosed(boolean planned, String reason) {
        if (isOpen()) {
            mute();
            try {
                feed.onClosed(planned, reason);
            } catch (Throwable e) {
                thrown(e);
            }
        }
    }

    private void thrown(Throwable e) {
        Exceptions.throwIfJvmFatal(e);
        if (!hasThrown) {
            // Once: what throws for one event may do so for each.
            hasThrown = true;
            LOG.error("What takes the events of {} has thrown", line.name(), e);
        }
    }

    // --- its name as the exchange writes it ---

    boolean hasName(byte[] source, int offset, int length) {
        byte[] name = line.nameBytes();
        return name.length == length && Arrays.equals(name, 0, length, source, offset, offset + length);
    }
}
