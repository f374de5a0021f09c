/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeErrors;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that asks to become a WebSocket connection, and what its URL asks for.
 *
 * @param message the request
 * @param unit the unit of times
 * @param returnRateLimits whether answers show rate limits unless a request says otherwise
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/general-api-information">General
 *     API information</a>
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends its connection; nobody waits for it
record WebSocketUpgrade(HttpMessage message, TimestampUnit unit, boolean returnRateLimits) {

    static final String PATH = "/ws-api/v3";

    private static final int LARGEST_REQUEST = 1 << 20;
    private static final WebSocketDecoderConfig FRAMES = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(LARGEST_REQUEST)
            .build();

    /**
     * Reads the URL's parameters.
     *
     * @throws io.github.binancereactive.testkit.exchange.ExchangeError when one is wrong
     */
    static WebSocketUpgrade of(HttpMessage message) {
        TimestampUnit unit = TimestampUnit.of(parameter(message, "timeUnit"));
        String limits = parameter(message, "returnRateLimits");
        if (limits != null && !limits.equals("true") && !limits.equals("false")) {
            throw ExchangeErrors.invalidRequest("Invalid value for 'returnRateLimits'; expected true or false.");
        }
        return new WebSocketUpgrade(message, unit, !"false".equals(limits));
    }

    private static @Nullable String parameter(HttpMessage message, String name) {
        List<String> values = message.query().get(name);
        return values == null ? null : values.get(0);
    }

    /**
     * Opens the connection and then says so: when the client learns that it is open, everything that time brings to it is
     * scheduled, so a test with a virtual clock can go on at once.
     */
    void handshake(ChannelHandlerContext ctx, Simulation simulation, SocketGate socket) {
        refuseOtherRequests();
        FullHttpRequest request = request();
        try {
            WebSocketServerHandshaker handshaker =
                    new WebSocketServerHandshakerFactory(message.head().uri(), null, FRAMES).newHandshaker(request);
            if (handshaker == null) {
                WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(ctx.channel());
            } else {
                open(ctx.pipeline(), simulation, socket);
                handshaker.handshake(ctx.channel(), request, new DefaultHttpHeaders(), ctx.newPromise());
            }
        } finally {
            request.release();
        }
    }

    private void open(ChannelPipeline pipeline, Simulation simulation, SocketGate socket) {
        pipeline.addLast(new WebSocketFrameAggregator(LARGEST_REQUEST), new WebSocketHandler(simulation, socket, this));
        pipeline.remove(HttpHandler.class);
    }

    private void refuseOtherRequests() {
        HttpHeaders headers = message.head().headers();
        if (!message.head().method().equals(HttpMethod.GET)
                || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                || !headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                || !headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)) {
            throw ExchangeErrors.invalidRequest("Invalid WebSocket upgrade.");
        }
    }

    private FullHttpRequest request() {
        FullHttpRequest request = new DefaultFullHttpRequest(
                message.head().protocolVersion(),
                message.head().method(),
                message.head().uri());
        request.headers().set(message.head().headers());
        return request;
    }
}
