/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One frame, rendered before, in which only digits are written anew. In its text a row of {@code #} stands for the last digits of the
 * event's number, one of {@code %} as well, so that prices differ, and one of {@code ~} for the time when it is sent.
 */
final class FloodFrame {

    /** How long numbers and times are: as long as a time in microseconds. */
    static final int DIGITS = 16;

    private static final int FINAL_TEXT = 0x81;
    private static final int LONGEST_SHORT = 125;
    private static final int TWO_BYTES_OF_LENGTH = 126;

    private final byte[] bytes;
    private final int[] places; // where a digit of the number goes
    private final int[] digits; // and which one it is
    private final int[] times; // where a time begins
    private final byte[] number = new byte[DIGITS];
    private final int counting; // the digit that is counted up
    private final long step;
    private final boolean numberedByTime;

    /**
     * A frame.
     *
     * @param text the text, with its places for digits
     * @param first the first number that it has
     * @param zeros the number is counted up by ten to the power of this
     * @param numberedByTime whether the number is the time, when there is one
     */
    FloodFrame(String text, long first, int zeros, boolean numberedByTime) {
        this.bytes = frame(text.getBytes(StandardCharsets.US_ASCII));
        this.places = places(bytes, "#%");
        this.digits = Arrays.stream(places).map(this::digit).toArray();
        this.times = Arrays.stream(places(bytes, "~"))
                .filter(place -> bytes[place - 1] != '~')
                .toArray();
        this.counting = DIGITS - 1 - zeros;
        this.step = (long) Math.pow(10, zeros);
        this.numberedByTime = numberedByTime;
        write(first - step, number, 0);
        for (int time : times) {
            write(SharedClock.micros(), bytes, time);
        }
    }

    private static byte[] frame(byte[] payload) {
        boolean small = payload.length <= LONGEST_SHORT;
        int head = small ? 2 : 4;
        byte[] frame = new byte[head + payload.length];
        frame[0] = (byte) FINAL_TEXT;
        frame[1] = (byte) (small ? payload.length : TWO_BYTES_OF_LENGTH);
        if (!small) {
            frame[2] = (byte) (payload.length >> Byte.SIZE);
            frame[3] = (byte) payload.length;
        }
        System.arraycopy(payload, 0, frame, head, payload.length);
        return frame;
    }

    private static int[] places(byte[] bytes, String signs) {
        return java.util.stream.IntStream.range(4, bytes.length)
                .filter(place -> signs.indexOf(bytes[place]) >= 0)
                .toArray();
    }

    /** Which digit of the number belongs to a place: a row of signs, which only a point interrupts, shows the last ones. */
    private int digit(int place) {
        byte sign = bytes[place];
        int behind = 0;
        for (int i = place + 1; bytes[i] == sign || bytes[i] == '.'; i++) {
            behind += bytes[i] == sign ? 1 : 0;
        }
        return DIGITS - 1 - behind;
    }

    private static void write(long value, byte[] target, int offset) {
        long rest = value;
        for (int i = offset + DIGITS - 1; i >= offset; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    int length() {
        return bytes.length;
    }

    /** Gives it its next number, and appends it. */
    void next(ByteBuf out) {
        int digit = counting;
        while (number[digit] == '9') {
            number[digit--] = '0';
        }
        number[digit]++;
        for (int i = 0; i < places.length; i++) {
            bytes[places[i]] = number[digits[i]];
        }
        out.writeBytes(bytes);
    }

    /** Says when the next one is sent; where the time is the number, it is that one's number. */
    void stamp(long micros) {
        for (int time : times) {
            write(micros, bytes, time);
        }
        if (numberedByTime) {
            write(micros - step, number, 0);
        }
    }

    /** The number that it had last. */
    long number() {
        return Long.parseLong(new String(number, StandardCharsets.US_ASCII));
    }
}
