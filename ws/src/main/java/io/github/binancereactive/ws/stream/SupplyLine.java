/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/** A stream that somebody wants. Any thread, unless said otherwise. */
final class SupplyLine<T> implements StreamLine {

    private static final Logger LOG = LoggerFactory.getLogger(SupplyLine.class);

    private final ShardedSupply supply;
    private final StreamSink<T> sink;
    private final EventDecoder<T> decoder;
    private final boolean exclusive;
    private final byte[] nameBytes;
    private volatile boolean closed;

    private @Nullable Shard shard; // steps only

    SupplyLine(ShardedSupply supply, StreamSink<T> sink, EventDecoder<T> decoder, boolean exclusive) {
        this.supply = supply;
        this.sink = sink;
        this.decoder = decoder;
        this.exclusive = exclusive;
        this.nameBytes = sink.stream().name().getBytes(StandardCharsets.UTF_8);
    }

    String name() {
        return sink.stream().name();
    }

    byte[] nameBytes() {
        return nameBytes;
    }

    EventDecoder<T> decoder() {
        return decoder;
    }

    boolean isExclusive() {
        return exclusive;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true; // at once, for what is being read
        supply.change(() -> {
            Shard owner = shard;
            if (owner != null) {
                shard = null;
                owner.remove(this);
            }
        });
    }

    @Override
    public void renew() {
        withShard(owner -> owner.renew(this));
    }

    @Override
    public void released(long connection) {
        withShard(owner -> owner.released(this, connection));
    }

    @Override
    public void pauseReading() {
        withShard(owner -> owner.pause(true));
    }

    @Override
    public void resumeReading() {
        withShard(owner -> owner.pause(false));
    }

    private void withShard(Consumer<Shard> action) {
        supply.steps().run(() -> {
            Shard owner = shard;
            if (owner != null && !closed) {
                action.accept(owner);
            }
        });
    }

    // --- steps only ---

    void placedOn(Shard owner) {
        shard = owner;
    }

    /** A feed for a connection; null when there is none, because the sink has thrown. */
    @Nullable Subscription<T> subscription(long number) {
        try {
            return new Subscription<>(this, number, sink.feed(number, decoder), supply.counters());
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            LOG.error("What takes the events of {} has thrown", name(), e);
            return null;
        }
    }

    void refuse(Throwable refusal) {
        finish("onRefused", () -> sink.onRefused(refusal));
    }

    void end(@Nullable Throwable cause) {
        finish("onEnd", () -> sink.onEnd(cause));
    }

    private void finish(String what, Runnable signal) {
        shard = null;
        if (closed) {
            return;
        }
        closed = true;
        try {
            signal.run();
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            LOG.error("{} of {} has thrown", what, name(), e);
        }
    }
}
