/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.netty.resources.ConnectionProvider;

/**
 * Reactor Netty alone on a WebSocket: the same request written again and again, answers counted and dropped. Requests go
 * out by {@code sendObject(Publisher)}, which flushes in batches.
 */
final class WebSocketFloor implements Side {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_FRAME = 32 << 20;

    private final byte[] request;
    private final long[] began; // event loop only: a ring, as answers come in the order of requests
    private final Sinks.Many<WebSocketFrame> requests =
            Sinks.unsafe().many().unicast().onBackpressureBuffer();
    private final Sinks.One<Connection> opened = Sinks.one();
    private final Disposable running;
    private final Connection connection;
    private final EventLoop loop;
    private final ByteBufAllocator allocator;
    private @Nullable Round round; // event loop only

    WebSocketFloor(HttpClient client, URI uri, String request, int inFlight) {
        this.request = request.getBytes(StandardCharsets.US_ASCII);
        this.began = new long[inFlight];
        this.running = client.websocket(WebsocketClientSpec.builder()
                        .maxFramePayloadLength(MAX_FRAME)
                        .build())
                .uri(uri)
                .handle(this::talk)
                .subscribe(nothing -> {}, opened::tryEmitError);
        Connection open = opened.asMono().block(CONNECT_TIMEOUT);
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        this.connection = open;
        this.loop = open.channel().eventLoop();
        this.allocator = open.channel().alloc();
    }

    /** A client whose connections aren't pooled, as ours. */
    static HttpClient client() {
        return HttpClient.create(ConnectionProvider.newConnection());
    }

    private static final class Round {

        final long end;
        final Histogram latencies;
        final CountDownLatch done = new CountDownLatch(1);
        long asked;
        long answered;

        Round(long end, Histogram latencies) {
            this.end = end;
            this.latencies = latencies;
        }
    }

    private Publisher<Void> talk(WebsocketInbound in, WebsocketOutbound out) {
        in.withConnection(opened::tryEmitValue);
        Mono<Void> answers = in.receive().doOnNext(answer -> answered()).then();
        return Mono.when(out.sendObject(requests.asFlux()).then(), answers);
    }

    @Override
    public long run(long nanos, Histogram latencies) throws InterruptedException {
        Round next = new Round(System.nanoTime() + nanos, latencies);
        loop.execute(() -> {
            round = next;
            for (int i = 0; i < began.length; i++) {
                ask(next);
            }
        });
        Side.await(next.done, nanos);
        return next.answered;
    }

    private void ask(Round of) {
        began[(int) (of.asked++ % began.length)] = System.nanoTime();
        ByteBuf payload = allocator.buffer(request.length).writeBytes(request);
        requests.emitNext(new TextWebSocketFrame(payload), Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private void answered() {
        Round of = round;
        if (of == null) {
            return;
        }
        long now = System.nanoTime();
        of.latencies.recordValue(now - began[(int) (of.answered++ % began.length)]);
        if (now - of.end < 0) {
            ask(of);
        } else if (of.answered == of.asked) {
            of.done.countDown();
        }
    }

    @Override
    public void close() {
        running.dispose();
        connection.disposeNow();
    }
}
