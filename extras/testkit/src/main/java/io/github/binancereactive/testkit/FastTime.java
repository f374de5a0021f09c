/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The {@code time} request read and answered without a tree, for benchmarks whose server must not be what they measure.
 * It understands the two plainest spellings of the request and leaves all others to the long way.
 */
final class FastTime {

    private static final byte[] ID_FIRST = ascii("{\"id\":");
    private static final byte[] THEN_METHOD = ascii(",\"method\":\"time\"}");
    private static final byte[] METHOD_FIRST = ascii("{\"method\":\"time\",\"id\":");
    private static final byte[] OK = ascii(",\"status\":200,\"result\":{\"serverTime\":");

    private FastTime() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] restBody(long nowMicros) {
        return ascii("{\"serverTime\":" + nowMicros / 1000 + "}");
    }

    /** The frame's id as it is written, without copying; null when the frame is anything but a plain time request. */
    static @Nullable ByteBuf plainTimeId(ByteBuf frame) {
        int start = frame.readerIndex();
        int length = frame.readableBytes();
        int id = 0;
        int end = 0;
        if (startsWith(frame, start, ID_FIRST) && endsWith(frame, THEN_METHOD)) {
            id = start + ID_FIRST.length;
            end = start + length - THEN_METHOD.length;
        } else if (startsWith(frame, start, METHOD_FIRST) && frame.getByte(start + length - 1) == '}') {
            id = start + METHOD_FIRST.length;
            end = start + length - 1;
        }
        return id < end && isPlainId(frame, id, end) ? frame.slice(id, end - id) : null;
    }

    private static boolean startsWith(ByteBuf frame, int at, byte[] text) {
        return frame.writerIndex() - at > text.length && matches(frame, at, text);
    }

    private static boolean endsWith(ByteBuf frame, byte[] text) {
        return frame.readableBytes() > text.length && matches(frame, frame.writerIndex() - text.length, text);
    }

    private static boolean matches(ByteBuf frame, int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (frame.getByte(at + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** Digits, or up to 36 harmless characters in quotes. */
    private static boolean isPlainId(ByteBuf frame, int from, int to) {
        boolean quoted = to - from > 2 && frame.getByte(from) == '"' && frame.getByte(to - 1) == '"';
        int first = quoted ? from + 1 : from;
        int last = quoted ? to - 1 : to;
        if (last - first > (quoted ? 36 : 18)) {
            return false;
        }
        for (int i = first; i < last; i++) {
            byte c = frame.getByte(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
            if (!digit && !(quoted && letter)) {
                return false;
            }
        }
        return quoted || last - first == 1 || frame.getByte(first) != '0';
    }

    /** Writes the answer; {@code limits} is the {@code rateLimits} field up to its count, or empty to hide it. */
    static void writeAnswer(ByteBuf out, ByteBuf id, long time, byte[] limits, long usedWeight) {
        out.writeBytes(ID_FIRST)
                .writeBytes(id, id.readerIndex(), id.readableBytes())
                .writeBytes(OK);
        ByteBufUtil.writeAscii(out, Long.toString(time));
        out.writeByte('}');
        if (limits.length > 0) {
            out.writeBytes(limits);
            ByteBufUtil.writeAscii(out, Long.toString(usedWeight));
            out.writeByte('}').writeByte(']');
        }
        out.writeByte('}');
    }
}
