/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.Arrays;

/**
 * A growing array of bytes that an outgoing frame is written into. For one thread; meant to be used again after {@link
 * #clear()}.
 */
public final class FrameBuffer {

    private byte[] bytes;
    private int length;

    /**
     * An empty buffer.
     *
     * @param capacity how many bytes fit before it grows
     */
    public FrameBuffer(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Forgets the content and keeps the space. */
    public void clear() {
        length = 0;
    }

    /**
     * Appends one byte.
     *
     * @param value its lower eight bits count
     */
    public void put(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    /**
     * Appends bytes.
     *
     * @param source all of these
     */
    public void put(byte[] source) {
        put(source, 0, source.length);
    }

    /**
     * Appends a part of an array.
     *
     * @param source holds the bytes
     * @param offset where they begin
     * @param count how many they are
     */
    public void put(byte[] source, int offset, int count) {
        ensure(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /**
     * The array that holds the content from its start; valid until the next change.
     *
     * @return at least {@link #length()} bytes
     */
    public byte[] array() {
        return bytes;
    }

    /**
     * How many bytes there are.
     *
     * @return the length of the frame so far
     */
    public int length() {
        return length;
    }

    /** Makes room for so many bytes behind the content and returns the array to write them into. */
    byte[] room(int more) {
        ensure(more);
        return bytes;
    }

    /** Counts bytes that were written into {@link #room}. */
    void advance(int written) {
        length += written;
    }

    /** Appends a part of the content once more. */
    void repeat(int from, int to) {
        ensure(to - from); // the array may become another one
        put(bytes, from, to - from);
    }

    /** Forgets what stands behind a place. */
    void truncate(int newLength) {
        length = newLength;
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
