/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The frames of one connection, round and round, those of its streams by turns. The numbers of each stream count up by one.
 * For one thread.
 */
final class FloodFrames {

    /** So many different frames has the only stream of a connection, as a power of ten. */
    private static final int VARIANTS_ALONE = 2;

    /** So many has one of several streams. */
    private static final int VARIANTS = 1;

    /** Its last ten digits, and more of them, begin with no zero: trades have ten. */
    static final long FIRST = 1_111_111_000_000_000L;

    private final List<String> streams;
    private final FloodFrame[] frames;
    private final int meanLength;
    private int next;
    private long lastStamp;

    FloodFrames(List<String> streams) {
        this.streams = streams;
        int zeros = streams.size() == 1 ? VARIANTS_ALONE : VARIANTS;
        Random random = new Random(streams.size());
        this.frames = IntStream.range(0, streams.size() * (int) Math.pow(10, zeros))
                .mapToObj(i -> frame(streams.get(i % streams.size()), FIRST + i / streams.size(), zeros, random))
                .toArray(FloodFrame[]::new);
        this.meanLength = (int) IntStream.range(0, frames.length)
                .map(i -> frames[i].length())
                .average()
                .orElseThrow();
    }

    private static FloodFrame frame(String stream, long first, int zeros, Random random) {
        return new FloodFrame(FloodTexts.text(stream, random), first, zeros, FloodTexts.numberedByTime(stream));
    }

    int meanLength() {
        return meanLength;
    }

    /** Appends the next frames. */
    void render(int count, ByteBuf out) {
        for (int i = 0; i < count; i++) {
            next().next(out);
        }
    }

    /** Appends the next frames, which say when that was. No two of them say the same. */
    void renderStamped(int count, ByteBuf out) {
        for (int i = 0; i < count; i++) {
            lastStamp = Math.max(lastStamp + 1, SharedClock.micros());
            FloodFrame frame = next();
            frame.stamp(lastStamp);
            frame.next(out);
        }
    }

    private FloodFrame next() {
        FloodFrame frame = frames[next];
        next = next + 1 == frames.length ? 0 : next + 1;
        return frame;
    }

    /** The number that the latest frame of a stream has; empty when it is none of these. */
    OptionalLong lastNumber(String stream) {
        int index = streams.indexOf(stream);
        return index < 0
                ? OptionalLong.empty()
                : IntStream.iterate(index, i -> i < frames.length, i -> i + streams.size())
                        .mapToLong(i -> frames[i].number())
                        .max();
    }
}
