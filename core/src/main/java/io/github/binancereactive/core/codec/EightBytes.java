/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of JSON at a time, the first one lowest in a {@code long}: what they are is found out in one step. */
final class EightBytes {

    /** How many they are. */
    static final int COUNT = Long.BYTES;

    /** What a number is multiplied with before eight more digits are added. */
    static final long TEN_TO_EIGHT = 100_000_000;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private static final long UPPER_HALVES = 0xF0F0F0F0F0F0F0F0L;
    private static final long SIXES = ONES * 6; // a digit above 9 spills over into the upper half
    private static final long ZEROS = ONES * '0';
    private static final long THREES = ONES * 0x33;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private EightBytes() {}

    /** There must be as many from there on. */
    static long at(byte[] bytes, int offset) {
        return (long) LONGS.get(bytes, offset);
    }

    /** Four of them; there must be as many from there on. */
    static int fourAt(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset);
    }

    /** At most eight of them, filled up with zeros. There may be any behind them. */
    static long upTo(byte[] bytes, int offset, int end) {
        int length = end - offset;
        if (bytes.length - offset >= COUNT) {
            return length == 0 ? 0 : at(bytes, offset) & (-1L >>> (Long.SIZE - length * Byte.SIZE));
        }
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << Byte.SIZE | (bytes[offset + i] & 0xFF);
        }
        return value;
    }

    /** A hash of a text, good in its highest bits. */
    static long hash(byte[] bytes, int start, int end) {
        long hash = (long) end - start;
        int at = start;
        for (; end - at >= COUNT; at += COUNT) {
            hash = Long.rotateLeft((hash ^ at(bytes, at)) * GOLDEN_RATIO, Integer.SIZE);
        }
        return (hash ^ upTo(bytes, at, end)) * GOLDEN_RATIO;
    }

    /** A bit for what ends the plain part of a text, quotes, backslashes and control characters; only the lowest one is exact. */
    static long stops(long eight) {
        long quotes = eight ^ QUOTES;
        long backslashes = eight ^ BACKSLASHES;
        return (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | ((eight - SPACES) & ~eight))
                & HIGHEST_BITS;
    }

    /** Which byte the lowest bit is for. */
    static int first(long bits) {
        return Long.numberOfTrailingZeros(bits) / Byte.SIZE;
    }

    /** Whether all of them are decimal digits. */
    static boolean areDigits(long eight) {
        return ((eight & UPPER_HALVES) | (((eight + SIXES) & UPPER_HALVES) >>> 4)) == THREES;
    }

    /** The number that eight digits are: neighbours are put together, then pairs, then fours. */
    static long number(long digits) {
        long ones = digits - ZEROS;
        long pairs = ones * 10 + (ones >>> 8);
        long upper = (pairs & 0x000000FF000000FFL) * (100 + (1_000_000L << 32));
        long lower = ((pairs >>> 16) & 0x000000FF000000FFL) * (1 + (10_000L << 32));
        return (upper + lower) >>> 32;
    }
}
