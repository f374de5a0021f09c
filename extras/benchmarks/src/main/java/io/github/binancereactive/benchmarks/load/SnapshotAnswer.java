/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;

/** Answers {@code GET /api/v3/depth} with the book of a stream that somebody is subscribed to. */
final class SnapshotAnswer extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final FloodServer server;

    SnapshotAnswer(FloodServer server) {
        super(false);
        this.server = server;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        if (!uri.path().equals("/api/v3/depth")) {
            context.fireChannelRead(request);
            return;
        }
        request.release();
        List<String> symbol = uri.parameters().getOrDefault("symbol", List.of(""));
        OptionalLong last = server.lastNumber(symbol.get(0).toLowerCase(Locale.ROOT) + "@depth@100ms");
        ByteBuf body = last.isEmpty() ? Unpooled.EMPTY_BUFFER : body(last.getAsLong());
        HttpResponseStatus status = last.isEmpty() ? HttpResponseStatus.NOT_FOUND : HttpResponseStatus.OK;
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        context.writeAndFlush(answer, context.voidPromise());
    }

    private static ByteBuf body(long last) {
        return Unpooled.copiedBuffer(FloodTexts.snapshot(last, new Random(last)), US_ASCII);
    }
}
