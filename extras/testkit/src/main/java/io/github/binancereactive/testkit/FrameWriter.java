/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.core.model.general.RateLimitUsage;
import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames. Answers to what one read brought go out in one flush; frames that come later flush themselves. All
 * fields belong to the event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends its connection; nobody waits for it
final class FrameWriter {

    private static final byte[] HIDDEN = {};
    private static final int SMALL_ANSWER = 256;
    private static final int FINAL_TEXT = 0x81;
    private static final int EIGHT_BYTES_OF_LENGTH = 127;

    private final LongSupplier weightLimit;
    // Belongs to the limit below, which a test may change at any time.
    private byte[] limitsUpToCount = HIDDEN;
    private long writtenLimit = -1;
    private @Nullable ChannelHandlerContext context;
    private boolean reading;
    private boolean flushing;

    FrameWriter(LongSupplier weightLimit) {
        this.weightLimit = weightLimit;
    }

    private byte[] limitsUpToCount() {
        long limit = weightLimit.getAsLong();
        if (limit != writtenLimit) {
            writtenLimit = limit;
            limitsUpToCount = utf8(",\"rateLimits\":[{" + weightUpToCount());
        }
        return limitsUpToCount;
    }

    private String weightUpToCount() {
        return "\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\"," + "\"intervalNum\":1,\"limit\":"
                + weightLimit.getAsLong() + ",\"count\":";
    }

    private void limits(ByteArrayOutputStream out, ExchangeReply reply) {
        if (reply.orders().isEmpty()) {
            out.writeBytes(limitsUpToCount());
        } else {
            out.writeBytes(utf8(",\"rateLimits\":["));
            reply.orders().forEach(orders -> out.writeBytes(utf8(orders(orders) + ",")));
            out.writeBytes(utf8("{" + weightUpToCount()));
        }
        out.writeBytes(utf8(reply.usedWeight() + "}]"));
    }

    private static String orders(RateLimitUsage orders) {
        return "{\"rateLimitType\":\"ORDERS\",\"interval\":\"" + orders.limit().interval()
                + "\",\"intervalNum\":" + orders.limit().intervalNum() + ",\"limit\":"
                + orders.limit().limit()
                + ",\"count\":" + orders.count() + "}";
    }

    void attach(ChannelHandlerContext ctx) {
        context = ctx;
    }

    void reading(boolean now) {
        reading = now;
    }

    ByteBuf buffer(byte[] bytes) {
        return context().alloc().buffer(bytes.length).writeBytes(bytes);
    }

    byte[] render(String id, ExchangeReply reply, boolean limits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(reply.result().length + SMALL_ANSWER);
        out.writeBytes(utf8("{\"id\":" + id + ",\"status\":" + reply.status()));
        ExchangeError error = reply.error();
        if (error == null) {
            out.writeBytes(utf8(",\"result\":"));
            out.writeBytes(reply.result());
        } else {
            out.writeBytes(utf8(",\"error\":" + error.webSocketJson()));
        }
        if (limits) {
            limits(out, reply);
        }
        out.write('}');
        return out.toByteArray();
    }

    void time(ByteBuf id, long time, boolean limits, long usedWeight) {
        ByteBuf out = context().alloc().buffer(SMALL_ANSWER);
        FastTime.writeAnswer(out, id, time, limits ? limitsUpToCount() : HIDDEN, usedWeight);
        write(new TextWebSocketFrame(out));
    }

    void text(byte[] answer) {
        write(new TextWebSocketFrame(buffer(answer)));
    }

    /** Events come in bursts: one flush, at the end of this turn of the event loop, is for all of them. */
    void later(byte[] event) {
        context().write(new TextWebSocketFrame(buffer(event)), context().voidPromise());
        if (!reading && !flushing) {
            flushing = true;
            context().executor().execute(this::flush);
        }
    }

    private void flush() {
        flushing = false;
        context().flush();
    }

    void binary(byte[] answer) {
        write(new BinaryWebSocketFrame(buffer(answer)));
    }

    void pieces(byte[] answer, int pieces) {
        int size = Math.max(1, (answer.length + pieces - 1) / pieces);
        for (int at = 0; at < answer.length; at += size) {
            int length = Math.min(size, answer.length - at);
            ByteBuf piece = Unpooled.copiedBuffer(answer, at, length);
            boolean last = at + length == answer.length;
            write(at == 0 ? new TextWebSocketFrame(last, 0, piece) : new ContinuationWebSocketFrame(last, 0, piece));
        }
    }

    /** A frame header for all of it and only half of it behind, past the encoder, and the end of the connection. */
    void brokenOff(byte[] answer) {
        ByteBuf half = Unpooled.buffer(answer.length);
        half.writeByte(FINAL_TEXT).writeByte(EIGHT_BYTES_OF_LENGTH).writeLong(answer.length);
        half.writeBytes(answer, 0, answer.length / 2);
        context().writeAndFlush(half).addListener(ChannelFutureListener.CLOSE);
    }

    void closeAfter(CloseWebSocketFrame close) {
        context().writeAndFlush(close).addListener(ChannelFutureListener.CLOSE);
    }

    void now(Object frame) {
        context().writeAndFlush(frame, context().voidPromise());
    }

    private void write(Object frame) {
        if (reading) {
            context().write(frame, context().voidPromise());
        } else {
            now(frame);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }
}
