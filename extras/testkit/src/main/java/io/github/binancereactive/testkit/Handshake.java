/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeErrors;
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

/**
 * Turns an HTTP connection into a WebSocket connection.
 *
 * @param simulation what all connections share
 * @param socket the connection's socket
 * @param upgrade what was asked for
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends its connection; nobody waits for it
record Handshake(Simulation simulation, SocketGate socket, Upgrade upgrade) {

    private static final int LARGEST_REQUEST = 1 << 20;
    private static final WebSocketDecoderConfig FRAMES = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(LARGEST_REQUEST)
            .build();

    /**
     * Opens the connection and then says so: when the client learns that it is open, everything that time brings to it is
     * scheduled, so a test with a virtual clock can go on at once.
     *
     * @throws io.github.binancereactive.testkit.exchange.ExchangeError when the request is no upgrade
     */
    void perform(ChannelHandlerContext ctx) {
        refuseOtherRequests();
        FullHttpRequest request = request();
        try {
            WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                            upgrade.message().head().uri(), null, FRAMES)
                    .newHandshaker(request);
            if (handshaker == null) {
                WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(ctx.channel());
            } else {
                open(ctx.pipeline());
                handshaker.handshake(ctx.channel(), request, new DefaultHttpHeaders(), ctx.newPromise());
            }
        } finally {
            request.release();
        }
    }

    private void open(ChannelPipeline pipeline) {
        pipeline.addLast(new WebSocketFrameAggregator(LARGEST_REQUEST), upgrade.handler(simulation, socket));
        pipeline.remove(HttpHandler.class);
    }

    private void refuseOtherRequests() {
        HttpHeaders headers = upgrade.message().head().headers();
        if (!upgrade.message().head().method().equals(HttpMethod.GET)
                || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                || !headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                || !headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)) {
            throw ExchangeErrors.invalidRequest("Invalid WebSocket upgrade.");
        }
    }

    private FullHttpRequest request() {
        HttpMessage message = upgrade.message();
        FullHttpRequest request = new DefaultFullHttpRequest(
                message.head().protocolVersion(),
                message.head().method(),
                message.head().uri());
        request.headers().set(message.head().headers());
        return request;
    }
}
