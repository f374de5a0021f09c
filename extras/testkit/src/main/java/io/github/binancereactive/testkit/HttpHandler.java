/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes HTTP requests apart and hands each to whom it concerns. All fields belong to the event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends its connection; nobody waits for it
final class HttpHandler extends ChannelInboundHandlerAdapter {

    private static final int LARGEST_BODY = 1 << 20;
    private static final String TIME = "/api/v3/time";
    private static final String GET_TIME = "GET " + TIME;

    private final Simulation simulation;
    private final SocketGate socket;
    private final HttpSender sender;
    private @Nullable HttpRequest request;
    private StringBuilder body = new StringBuilder();

    HttpHandler(Simulation simulation, SocketGate socket) {
        this.simulation = simulation;
        this.socket = socket;
        sender = new HttpSender();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        sender.attach(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        sender.reading(true);
        try {
            if (message instanceof HttpRequest head) {
                request = head;
                body = new StringBuilder();
            }
            if (message instanceof HttpContent content) {
                append(content.content());
                if (message instanceof LastHttpContent && request != null) {
                    complete(ctx, request);
                }
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void append(ByteBuf content) {
        if (content.isReadable() && body.length() < LARGEST_BODY) {
            body.append(content.toString(StandardCharsets.UTF_8));
        }
    }

    private void complete(ChannelHandlerContext ctx, HttpRequest head) {
        request = null;
        if (head.decoderResult().isFailure()) {
            sender.sendAndClose(plain(HttpResponseStatus.BAD_REQUEST));
        } else if (isPlainTime(head)) {
            time(head);
        } else {
            HttpMessage message = HttpMessage.of(head, body.toString());
            if (Upgrade.serves(message)) {
                upgrade(ctx, message);
            } else {
                rest(message);
            }
        }
    }

    private void rest(HttpMessage message) {
        RestTurn turn = new RestTurn(simulation, socket, sender, message);
        simulation.recorder().add(turn.recorded());
        FaultEffects.play(simulation.faults().take(message.method()), turn);
    }

    private void upgrade(ChannelHandlerContext ctx, HttpMessage message) {
        UpgradeTurn turn = new UpgradeTurn(simulation, socket, sender, message, ctx);
        simulation.connectionAttempts().incrementAndGet();
        simulation.changes().happened();
        FaultEffects.play(simulation.faults().takeNamed(Upgrade.method(message)), turn);
    }

    /** The short way of the benchmarks: a time request without anything special about it. */
    private boolean isPlainTime(HttpRequest head) {
        return head.uri().equals(TIME)
                && head.method().equals(HttpMethod.GET)
                && !head.headers().contains(HttpMessage.TIME_UNIT)
                && simulation.shortWay(GET_TIME);
    }

    private void time(HttpRequest head) {
        long now = simulation.clock().micros();
        long used = simulation.exchange().countOne(socket.ip(), now);
        if (used < 0) {
            rest(HttpMessage.of(head, ""));
        } else {
            sender.sendJson(HttpMessage.keepAlive(head), FastTime.restBody(now), used);
        }
    }

    private static DefaultFullHttpResponse plain(HttpResponseStatus status) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        return response;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        sender.reading(false);
        ctx.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
