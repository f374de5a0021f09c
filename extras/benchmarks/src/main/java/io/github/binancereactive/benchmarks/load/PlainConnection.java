/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.github.binancereactive.benchmarks.AmpleLimits;
import io.github.binancereactive.benchmarks.SampleOrder;
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
 * load test, {@code time}, {@code order.place} and {@code session.logon}, and no others; who asks it doesn't look at. What it reports
 * of the limits are {@link AmpleLimits}. All answers to one read leave in one flush.
 */
final class PlainConnection extends ByteToMessageDecoder {

    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final ByteBuf END_OF_HEAD = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(ascii("\r\n\r\n")));

    private static final String REST_HEAD = """
            HTTP/1.1 200 OK\r
            Content-Type: application/json;charset=UTF-8\r
            x-mbx-used-weight: 21\r
            x-mbx-used-weight-1m: 21\r
            """;

    private static final String REST_LENGTH = """
            Cache-Control: no-cache, no-store, must-revalidate\r
            Content-Length:\s""";

    private static final String TIME = "{\"serverTime\":1700000000123}";

    private static final byte[] REST_TIME = ascii(REST_HEAD + REST_LENGTH + TIME.length() + "\r\n\r\n" + TIME);
    private static final byte[] REST_ORDER =
            ascii(REST_HEAD + """
            x-mbx-order-count-10s: 12\r
            x-mbx-order-count-1d: 4043\r
            """ + REST_LENGTH + SampleOrder.ANSWER.length() + "\r\n\r\n" + SampleOrder.ANSWER);

    private static final byte[] BEFORE_ID = ascii("{\"id\":");
    private static final byte[] TIME_BEHIND_ID = behindId(
            TIME,
            "[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":"
                    + AmpleLimits.LIMIT + ",\"count\":21}]");
    private static final byte[] ORDER_BEHIND_ID =
            behindId(SampleOrder.ANSWER, SampleOrder.rateLimits(AmpleLimits.LIMIT));
    private static final byte[] LOGON_BEHIND_ID = behindId(
            "{\"apiKey\":\"benchmark\",\"authorizedSince\":1700000000123,\"connectedSince\":1700000000023,"
                    + "\"returnRateLimits\":true,\"serverTime\":1700000000123,\"userDataStream\":false}",
            "[]");

    /** Between the id and the first letter of the method. */
    private static final int BEFORE_METHOD = ",\"method\":\"".length();

    private static final int FINAL_TEXT = 0x81;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int SHORT_HEAD = 6; // two bytes and the mask
    private static final int LONG_HEAD = 8; // two more for the length
    private static final int MASK = 4;
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
            // Orders come by POST, with their parameters in the query string and no body.
            answers(context).writeBytes(head.getByte(head.readerIndex()) == 'P' ? REST_ORDER : REST_TIME);
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
        if (in.readableBytes() < LONG_HEAD) {
            return false;
        }
        int start = in.readerIndex();
        int length = in.getByte(start + 1) & 0x7F;
        int head = SHORT_HEAD;
        if (length == TWO_BYTES_OF_LENGTH) {
            head = LONG_HEAD;
            length = in.getUnsignedShort(start + 2);
        }
        if (in.readableBytes() < head + length) {
            return false;
        }
        in.skipBytes(head + length);
        if (in.getByte(start) != (byte) FINAL_TEXT) {
            // The only other frame that the load test sends is its farewell.
            context.close();
            return true;
        }
        answer(answers(context), in, start + head);
        return true;
    }

    private static void answer(ByteBuf out, ByteBuf in, int payload) {
        int frame = out.writerIndex();
        out.writeByte(FINAL_TEXT).writeByte(TWO_BYTES_OF_LENGTH).writeShort(0).writeBytes(BEFORE_ID);
        int at = BEFORE_ID.length;
        for (int digit; (digit = unmasked(in, payload, at)) >= '0' && digit <= '9'; at++) {
            out.writeByte(digit);
        }
        out.writeBytes(behindId(unmasked(in, payload, at + BEFORE_METHOD)));
        out.setShort(frame + 2, out.writerIndex() - frame - 4);
    }

    private static int unmasked(ByteBuf in, int payload, int at) {
        return in.getByte(payload + at) ^ in.getByte(payload - MASK + at % MASK);
    }

    /** The answer to a method, by its first letter. */
    private static byte[] behindId(int method) {
        return switch (method) {
            case 't' -> TIME_BEHIND_ID;
            case 'o' -> ORDER_BEHIND_ID;
            case 's' -> LOGON_BEHIND_ID;
            default -> throw new IllegalArgumentException("no method that begins with " + (char) method);
        };
    }

    private static byte[] behindId(String result, String rateLimits) {
        return ascii(",\"status\":200,\"result\":" + result + ",\"rateLimits\":" + rateLimits + '}');
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
