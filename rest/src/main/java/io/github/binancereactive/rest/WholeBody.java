/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/** A small body, copied together from its pieces: nothing here has to be released. For one thread. */
final class WholeBody {

    private static final byte[] EMPTY = {};

    private byte[] bytes = EMPTY;
    private int length;

    void append(ByteBuf piece) {
        int size = piece.readableBytes();
        if (bytes.length - length < size) {
            // Most answers are one piece, and that one gets an array of exactly its size.
            bytes = Arrays.copyOf(bytes, Math.max(length + size, 2 * length));
        }
        piece.getBytes(piece.readerIndex(), bytes, length, size);
        length += size;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Gives away the content. */
    ByteBuf release() {
        ByteBuf content = Unpooled.wrappedBuffer(bytes, 0, length);
        bytes = EMPTY;
        length = 0;
        return content;
    }
}
