/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.core.model.general.RateLimitUsage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTTP answers. Answers to what one read brought go out in one flush; answers that come later flush themselves.
 * All fields belong to the event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends its connection; nobody waits for it
final class HttpSender {

    static final AsciiString JSON = AsciiString.cached("application/json;charset=UTF-8");
    private static final AsciiString USED_WEIGHT = AsciiString.cached("x-mbx-used-weight");
    private static final AsciiString USED_WEIGHT_1M = AsciiString.cached("x-mbx-used-weight-1m");
    private static final String ORDER_COUNT = "x-mbx-order-count-";
    private static final AsciiString NO_CACHE = AsciiString.cached("no-cache, no-store, must-revalidate");

    private @Nullable ChannelHandlerContext context;
    private boolean reading;

    void attach(ChannelHandlerContext ctx) {
        context = ctx;
    }

    void reading(boolean now) {
        reading = now;
    }

    ByteBuf buffer(byte[] bytes) {
        return context().alloc().buffer(bytes.length).writeBytes(bytes);
    }

    void sendJson(boolean keepAlive, byte[] body, long usedWeight) {
        ByteBuf content = buffer(body);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, content);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, JSON);
        usedWeight(response.headers(), usedWeight);
        if (keepAlive) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
            send(response);
        } else {
            sendAndClose(response);
        }
    }

    static void usedWeight(HttpHeaders headers, long used) {
        String text = Long.toString(used);
        headers.set(USED_WEIGHT, text);
        headers.set(USED_WEIGHT_1M, text);
        headers.set(HttpHeaderNames.CACHE_CONTROL, NO_CACHE);
    }

    /** Such as {@code X-MBX-ORDER-COUNT-10S}. */
    static void orderCount(HttpHeaders headers, RateLimitUsage orders) {
        String letter = orders.limit().interval().name().substring(0, 1).toLowerCase(Locale.ROOT);
        headers.set(ORDER_COUNT + orders.limit().intervalNum() + letter, Integer.toString(orders.count()));
    }

    void send(HttpObject message) {
        if (reading) {
            context().write(message, context().voidPromise());
        } else {
            context().writeAndFlush(message, context().voidPromise());
        }
    }

    void sendAndClose(HttpObject message) {
        if (message instanceof DefaultFullHttpResponse response) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            response.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        }
        context().writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }
}
