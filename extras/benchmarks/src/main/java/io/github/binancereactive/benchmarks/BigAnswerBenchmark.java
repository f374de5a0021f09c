/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.codec.ChunkedDecoder;
import io.github.binancereactive.core.codec.Codec;
import io.github.binancereactive.core.codec.ElementDecoder;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.ResultType;
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
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The big answers one by one. See {@link BigAnswer}; {@code exchangeInfo} has a benchmark of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BigAnswerBenchmark {

    /** What arrives from a socket at once is about this much. */
    private static final int CHUNK = 8 * 1024;

    /** Which answer. */
    @Param
    public BigAnswer answer = BigAnswer.DEPTH;

    private final Codec codec = JsonCodec.create();
    private final JsonMapper mapper = new JsonMapper();
    private byte[] body = {};

    /** For the JMH runner. */
    public BigAnswerBenchmark() {}

    /** Draws the answer, and sees that it is one. */
    @Setup
    public void draw() {
        body = answer.bytes();
        if (whole() == null) {
            throw new IllegalStateException(answer + " is no answer");
        }
    }

    /**
     * The whole body at once, as over the WebSocket API.
     *
     * @return the answer
     */
    @Benchmark
    public @Nullable Object whole() {
        return codec.decode(answer.type(), body, 0, body.length);
    }

    /**
     * As it arrives over REST, in pieces of 8 KiB. Of lists each element is handed out as soon as it is there, and nothing is kept;
     * a book and an account are one answer at the end.
     *
     * @param target gets the elements, or the answer
     */
    @Benchmark
    public void pieces(Blackhole target) {
        if (answer.type().isList()) {
            elements(answer.type(), target);
        } else {
            target.consume(chunked(answer.type()));
        }
    }

    @SuppressWarnings("unchecked") // says itself that it is a list
    private void elements(ResultType<?> type, Blackhole target) {
        ElementDecoder decoder = codec.elements((ResultType<List<Object>>) type, target::consume);
        for (int at = 0; at < body.length; at += CHUNK) {
            decoder.feed(body, at, Math.min(CHUNK, body.length - at));
        }
        decoder.finish();
    }

    private <R> @Nullable R chunked(ResultType<R> type) {
        ChunkedDecoder<R> decoder = codec.chunked(type);
        for (int at = 0; at < body.length; at += CHUNK) {
            decoder.feed(body, at, Math.min(CHUNK, body.length - at));
        }
        return decoder.finish();
    }

    /**
     * The least that Jackson does: every token looked at, nothing made of it.
     *
     * @return the number of tokens
     */
    @Benchmark
    public int jacksonTokens() {
        int tokens = 0;
        try (JsonParser parser = mapper.createParser(body)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /**
     * Jackson's tree, which knows no types.
     *
     * @return the tree
     */
    @Benchmark
    public JsonNode jacksonTree() {
        return mapper.readTree(body);
    }
}
