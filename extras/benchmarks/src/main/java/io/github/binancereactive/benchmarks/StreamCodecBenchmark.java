/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.EventDecoder;
import io.github.binancereactive.core.codec.JsonStreamCodec;
import io.github.binancereactive.core.codec.StreamCodec;
import io.github.binancereactive.core.codec.StreamFrames;
import io.github.binancereactive.core.stream.MarketStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.ObjectReader;

/** Frames of market data streams with the names of their streams. A depth has 20 levels a side. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StreamCodecBenchmark {

    private final StreamCodec codec = JsonStreamCodec.create();
    private StreamFrameSample sample = new StreamFrameSample(MarketStream.trades("X"), List.of());
    private ObjectReader databind = StreamByJackson.databind("trade");
    private Sink<?> sink = new Sink<>(codec.decoder(sample.stream()));
    private int next;

    /** What the frames bring. */
    @Param({"bookTicker", "trade", "aggTrade", "partialDepth", "depth"})
    public String family = "";

    /** For the JMH runner. */
    public StreamCodecBenchmark() {}

    /** Draws the frames. */
    @Setup
    public void draw() {
        sample = StreamFrameSample.of(family);
        databind = StreamByJackson.databind(family);
        sink = new Sink<>(codec.decoder(sample.stream()));
    }

    private byte[] frame() {
        next = (next + 1) % StreamFrameSample.COUNT;
        return sample.json().get(next);
    }

    /**
     * Ours.
     *
     * @return the event
     */
    @Benchmark
    public @Nullable Object ours() {
        byte[] frame = frame();
        codec.decode(frame, 0, frame.length, sink);
        return sink.last;
    }

    /**
     * Ours, of a stream that nobody takes.
     *
     * @return no event
     */
    @Benchmark
    public @Nullable Object oursForNobody() {
        byte[] frame = frame();
        codec.decode(frame, 0, frame.length, Nobody.INSTANCE);
        return sink.last;
    }

    /**
     * By Jackson's streaming parser, into the same records.
     *
     * @return the event
     */
    @Benchmark
    public Object byJacksonStreaming() {
        return StreamByJackson.streaming(family, frame());
    }

    /**
     * By Jackson's databind, into records of its own.
     *
     * @return the event
     */
    @Benchmark
    public Object byJacksonDatabind() {
        return databind.readValue(frame());
    }

    /** Takes every event. */
    private static final class Sink<T> implements StreamFrames, StreamFrames.EventTarget<T> {

        private final EventDecoder<T> decoder;
        private @Nullable Object last;

        Sink(EventDecoder<T> decoder) {
            this.decoder = decoder;
        }

        @Override
        public EventTarget<?> find(byte[] source, int offset, int length) {
            return this;
        }

        @Override
        public EventDecoder<T> decoder() {
            return decoder;
        }

        @Override
        public void onEvent(T event) {
            last = event;
        }

        @Override
        public void onResult(long id, @Nullable List<String> streams) {}

        @Override
        public void onRefused(long id, ErrorBody error) {}

        @Override
        public void onServerShutdown() {}
    }

    /** Takes none. */
    private enum Nobody implements StreamFrames {
        INSTANCE;

        @Override
        public @Nullable EventTarget<?> find(byte[] source, int offset, int length) {
            return null;
        }

        @Override
        public void onResult(long id, @Nullable List<String> streams) {}

        @Override
        public void onRefused(long id, ErrorBody error) {}

        @Override
        public void onServerShutdown() {}
    }
}
