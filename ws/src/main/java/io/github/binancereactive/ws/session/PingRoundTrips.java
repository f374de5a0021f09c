/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.error.ConnectionLostException;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/** The pings of ours on one socket that no pong has answered yet. Any thread. */
final class PingRoundTrips {

    private record Waiting(long sentNanos, MonoSink<Duration> sink) {}

    private final Scheduler scheduler;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable SocketClose closed;

    PingRoundTrips(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    Mono<Duration> begin(Consumer<byte[]> send) {
        return Mono.create(sink -> {
            long number = numbers.incrementAndGet();
            waiting.put(number, new Waiting(scheduler.now(TimeUnit.NANOSECONDS), sink));
            sink.onDispose(() -> waiting.remove(number));
            SocketClose why = closed;
            if (why != null) {
                // Registered after the socket's end: nobody else would tell this one.
                fail(why);
                return;
            }
            send.accept(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        });
    }

    void end(ByteBuf payload) {
        if (payload.readableBytes() != Long.BYTES) {
            return;
        }
        Waiting first = waiting.remove(payload.getLong(payload.readerIndex()));
        if (first != null) {
            first.sink.success(Duration.ofNanos(scheduler.now(TimeUnit.NANOSECONDS) - first.sentNanos));
        }
    }

    void fail(SocketClose why) {
        closed = why;
        waiting.forEach((number, each) -> {
            if (waiting.remove(number, each)) {
                Callout.run(
                        "A subscriber of ping()",
                        () -> each.sink.error(
                                new ConnectionLostException("ping frame", "no pong, " + why, why.cause())));
            }
        });
    }
}
