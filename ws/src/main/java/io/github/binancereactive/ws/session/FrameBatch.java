/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Text frames of a client, encoded one behind the other into one buffer. Through Netty's encoder each would cost a frame, two
 * buffers, an entry in the channel's queue and a vector of the system call, which together is most of what a small request
 * costs. Event loop only.
 */
final class FrameBatch {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int FINAL_TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int ONE_BYTE_OF_LENGTH = 125;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int EIGHT_BYTES_OF_LENGTH = 127;
    private static final int LONGEST_HEAD = 14;

    private static final int LEAST_ROOM = 256;
    private static final int FULL = 16 * 1024;

    private @Nullable ByteBuf frames;
    private int room = LEAST_ROOM; // as much as the last batch needed

    /** Appends a frame; says whether the batch should leave before it gets another. */
    boolean add(byte[] payload, int length, ByteBufAllocator allocator) {
        ByteBuf to = frames;
        if (to == null) {
            to = allocator.buffer(Math.max(room, LONGEST_HEAD + length));
            frames = to;
        }
        to.ensureWritable(LONGEST_HEAD + length);
        head(to, length);
        mask(to, payload, length);
        return to.readableBytes() >= FULL;
    }

    /** The frames so far, to be released by the caller; null when there are none. */
    @Nullable ByteBuf take() {
        ByteBuf taken = frames;
        if (taken != null) {
            frames = null;
            room = Math.min(FULL, Math.max(LEAST_ROOM, taken.readableBytes()));
        }
        return taken;
    }

    private static void head(ByteBuf to, int length) {
        to.writeByte(FINAL_TEXT);
        if (length <= ONE_BYTE_OF_LENGTH) {
            to.writeByte(MASKED | length);
        } else if (length <= 0xFFFF) {
            to.writeByte(MASKED | TWO_BYTES_OF_LENGTH).writeShort(length);
        } else {
            to.writeByte(MASKED | EIGHT_BYTES_OF_LENGTH).writeLong(length);
        }
    }

    /** A client has to mask each frame with a key of its own. */
    private static void mask(ByteBuf to, byte[] payload, int length) {
        int key = ThreadLocalRandom.current().nextInt();
        to.writeInt(key);
        int i = 0;
        for (; i + Integer.BYTES <= length; i += Integer.BYTES) {
            to.writeInt((int) INTS.get(payload, i) ^ key);
        }
        for (int shift = Integer.SIZE - Byte.SIZE; i < length; i++, shift -= Byte.SIZE) {
            to.writeByte(payload[i] ^ key >>> shift);
        }
    }
}
