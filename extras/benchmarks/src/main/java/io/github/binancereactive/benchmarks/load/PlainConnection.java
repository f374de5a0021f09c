/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the {@link PlainServer}, HTTP at first and perhaps a WebSocket afterwards. It knows the requests of the
 * load test and no others. All answers to one read leave in one flush.
 */
final class PlainConnection extends ByteToMessageDecoder {

    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final ByteBuf END_OF_HEAD = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(ascii("\r\n\r\n")));

    private static final byte[] REST = ascii("""
            HTTP/1.1 200 OK\r
            Content-Type: application/json;charset=UTF-8\r
            x-mbx-used-weight: 21\r
            x-mbx-used-weight-1m: 21\r
            Cache-Control: no-cache, no-store, must-revalidate\r
            Content-Length: 28\r
            \r
            {"serverTime":1700000000123}""");

    private static final byte[] BEFORE_ID = ascii("{\"id\":");
    private static final byte[] BEHIND_ID = ascii(",\"method\":\"time\"}");
    private static final byte[] REST_OF_ANSWER = ascii(",\"status\":200,\"result\":{\"serverTime\":1700000000123},"
            + "\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,"
            + "\"limit\":6000,\"count\":21}]}");

    private static final int FINAL_TEXT = 0x81;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int HEAD = 6; // two bytes and the mask: every request is short
    private static final int ROOM = 16 * 1024;

    private boolean upgraded;
    private @Nullable ByteBuf answers;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (upgraded) {
            while (frame(context, in)) {}
        } else {
            request(context, in);
        }
    }

    private void request(ChannelHandlerContext context, ByteBuf in) {
        int end = ByteBufUtil.indexOf(END_OF_HEAD, in);
        if (end < 0) {
            return;
        }
        int length = end - in.readerIndex() + END_OF_HEAD.readableBytes();
        ByteBuf head = in.readSlice(length);
        if (head.getByte(head.readerIndex() + "GET /".length()) == 'w') {
            upgraded = true;
            answers(context).writeBytes(upgrade(head.toString(StandardCharsets.US_ASCII)));
        } else {
            answers(context).writeBytes(REST);
        }
    }

    private static byte[] upgrade(String head) {
        Matcher key = KEY.matcher(head);
        if (!key.find()) {
            throw new IllegalArgumentException("no upgrade to a WebSocket");
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(ascii(key.group(1) + GUID));
            return ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes one frame; false when there is no whole one. */
    private boolean frame(ChannelHandlerContext context, ByteBuf in) {
        if (in.readableBytes() < HEAD) {
            return false;
        }
        int start = in.readerIndex();
        int length = in.getByte(start + 1) & 0x7F;
        if (in.readableBytes() < HEAD + length) {
            return false;
        }
        in.skipBytes(HEAD + length);
        if (in.getByte(start) != (byte) FINAL_TEXT) {
            // The only other frame that the load test sends is its farewell.
            context.close();
            return true;
        }
        int id = length - BEFORE_ID.length - BEHIND_ID.length;
        answer(answers(context), in, start, id);
        return true;
    }

    private static void answer(ByteBuf out, ByteBuf in, int start, int id) {
        out.writeByte(FINAL_TEXT).writeByte(TWO_BYTES_OF_LENGTH);
        out.writeShort(BEFORE_ID.length + id + REST_OF_ANSWER.length).writeBytes(BEFORE_ID);
        for (int i = BEFORE_ID.length; i < BEFORE_ID.length + id; i++) {
            out.writeByte(in.getByte(start + HEAD + i) ^ in.getByte(start + 2 + i % 4));
        }
        out.writeBytes(REST_OF_ANSWER);
    }

    private ByteBuf answers(ChannelHandlerContext context) {
        ByteBuf open = answers;
        if (open == null) {
            open = context.alloc().buffer(ROOM);
            answers = open;
        }
        return open;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        ByteBuf open = answers;
        if (open != null) {
            answers = null;
            context.writeAndFlush(open, context.voidPromise());
        }
        super.channelReadComplete(context);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
