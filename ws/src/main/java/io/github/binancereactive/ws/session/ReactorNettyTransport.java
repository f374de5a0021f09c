/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Sockets by Reactor Netty. It opens the connection and speaks the upgrade; after that a handler of ours in the channel's
 * pipeline takes every frame before Reactor Netty's own inbound does. So the connection is always read, whatever any
 * subscriber demands, a ping is answered even when nobody reads, and a frame costs no queue in between.
 */
public final class ReactorNettyTransport implements WebSocketTransport {

    private final HttpClient client;
    private final WebsocketClientSpec spec;
    private final int maxMessageBytes;

    /**
     * A transport.
     *
     * @param client how to connect: TLS, proxy, connect timeout, event loops. It must not pool connections
     * @param maxMessageBytes largest message taken; a larger one ends its connection
     */
    public ReactorNettyTransport(HttpClient client, int maxMessageBytes) {
        this.client = client;
        this.maxMessageBytes = maxMessageBytes;
        this.spec = WebsocketClientSpec.builder()
                .handlePing(true)
                .maxFramePayloadLength(maxMessageBytes)
                .build();
    }

    /**
     * A transport over a client of its own, which pools nothing.
     *
     * @param loops the event loops
     * @param connectTimeout how long the TCP connection may take
     * @param lastWord what the application wants changed about the client
     * @param maxMessageBytes largest message taken; a larger one ends its connection
     * @return a transport
     */
    public static WebSocketTransport create(
            LoopResources loops, Duration connectTimeout, UnaryOperator<HttpClient> lastWord, int maxMessageBytes) {
        HttpClient client = HttpClient.create(ConnectionProvider.newConnection())
                .runOn(loops)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectTimeout.toMillis());
        return new ReactorNettyTransport(lastWord.apply(client), maxMessageBytes);
    }

    @Override
    public Disposable connect(URI uri, SocketListener listener) {
        FrameHandler frames = new FrameHandler(listener);
        return client.websocket(spec)
                .uri(uri)
                .handle((in, out) -> {
                    in.withConnection(connection -> install(connection, frames));
                    return untilClosed();
                })
                .subscribe(
                        nothing -> {},
                        failure -> frames.failed(reason(failure)),
                        () -> frames.failed(SocketClose.lost(null)));
    }

    private void install(Connection connection, FrameHandler frames) {
        connection.addHandlerLast(FrameHandler.AGGREGATOR, FrameHandler.aggregator(maxMessageBytes));
        connection.addHandlerLast(FrameHandler.NAME, frames);
        // Reactor Netty reads on demand and nobody demands; we read always.
        connection.channel().config().setAutoRead(true);
    }

    /** Reactor Netty closes the connection when this completes, which is for the frame handler to decide. */
    private static Publisher<Void> untilClosed() {
        return Mono.never();
    }

    private static SocketClose reason(Throwable failure) {
        if (failure instanceof WebSocketClientHandshakeException refused && refused.response() != null) {
            HttpResponse response = refused.response();
            return SocketClose.refused(response.status().code(), retryAfter(response));
        }
        return SocketClose.unreachable(failure);
    }

    private static @Nullable Duration retryAfter(HttpResponse response) {
        String seconds = response.headers().get(HttpHeaderNames.RETRY_AFTER);
        if (seconds == null || !seconds.chars().allMatch(Character::isDigit) || seconds.length() > 9) {
            return null;
        }
        return SocketClose.bounded(Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
