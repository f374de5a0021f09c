/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.codec.ChunkedDecoder;
import io.github.binancereactive.core.codec.Codec;
import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The largest answer there is: {@code exchangeInfo} with all symbols. See {@link ExchangeInfoBody}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class ExchangeInfoCodecBenchmark {

    /** What arrives from a socket at once is about this much. */
    private static final int CHUNK = 8 * 1024;

    private final Codec codec = JsonCodec.create();
    private final EnvelopeCodec envelopes = JsonCodec.create().envelopes();
    private final ResultType<ExchangeInfo> type = ResultType.of(ExchangeInfo.class);
    private final JsonMapper mapper = new JsonMapper();
    private final byte[] body = ExchangeInfoBody.load();
    private final byte[] frame = frame(body);
    private final InboundFrame inbound = new InboundFrame();

    /** For the JMH runner. */
    public ExchangeInfoCodecBenchmark() {}

    /**
     * The whole body at once.
     *
     * @return the answer
     */
    @Benchmark
    public @Nullable ExchangeInfo whole() {
        return codec.decode(type, body, 0, body.length);
    }

    /**
     * As it arrives over REST: in pieces of 8 KiB.
     *
     * @return the answer
     */
    @Benchmark
    public @Nullable ExchangeInfo chunked() {
        ChunkedDecoder<ExchangeInfo> decoder = codec.chunked(type);
        for (int at = 0; at < body.length; at += CHUNK) {
            decoder.feed(body, at, Math.min(CHUNK, body.length - at));
        }
        return decoder.finish();
    }

    /**
     * As it arrives over the WebSocket API: in one frame.
     *
     * @return the answer
     */
    @Benchmark
    public @Nullable Object frame() {
        envelopes.decode(frame, 0, frame.length, id -> type, inbound);
        return inbound.result();
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

    private static byte[] frame(byte[] result) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(result.length + 64);
        frame.writeBytes("{\"id\":1,\"status\":200,\"result\":".getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(result);
        frame.write('}');
        return frame.toByteArray();
    }
}
