/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.codec.Codec;
import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Small requests and their answers: what every call passes through. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {

    private static final long ID = 1_234_567;

    private final Codec codec = JsonCodec.create();
    private final EnvelopeCodec envelopes = JsonCodec.create().envelopes();
    private final ResultType<?> serverTime = ResultType.of(ServerTime.class);
    private final JsonMapper mapper = new JsonMapper();

    private final byte[] body = utf8("{\"serverTime\":1700000000123}");
    private final byte[] frame = utf8("{\"id\":1234567,\"status\":200,\"result\":{\"serverTime\":1700000000123},"
            + "\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,"
            + "\"limit\":6000,\"count\":21}]}");
    private final InboundFrame inbound = new InboundFrame();
    private final FrameBuffer target = new FrameBuffer(512);

    private final Call<?> time = Call.of(GeneralEndpoints.TIME);
    private final Call<?> symbols =
            ExchangeInfoQuery.symbols("BTCUSDT", "ETHUSDT", "BNBBTC").call();

    /** For the JMH runner. */
    public CodecBenchmark() {}

    private record Envelope(long id, int status, Map<String, Long> result) {}

    private record Request(long id, String method, Map<String, List<String>> params) {}

    /**
     * A frame of the WebSocket API: envelope and result.
     *
     * @return the result
     */
    @Benchmark
    public @Nullable Object timeFrame() {
        envelopes.decode(frame, 0, frame.length, id -> id == ID ? serverTime : null, inbound);
        return inbound.result();
    }

    /**
     * The same by Jackson's streaming parser, written for this frame alone.
     *
     * @return the result
     */
    @Benchmark
    public @Nullable Object timeFrameByJacksonStreaming() {
        long id = 0;
        long result = 0;
        try (JsonParser parser = mapper.createParser(frame)) {
            while (parser.nextToken() != null) {
                if (!parser.hasToken(JsonToken.PROPERTY_NAME)) {
                    continue;
                }
                String name = parser.currentName();
                if (name.equals("id")) {
                    parser.nextToken();
                    id = parser.getLongValue();
                } else if (name.equals("serverTime")) {
                    parser.nextToken();
                    result = parser.getLongValue();
                }
            }
        }
        return id == ID ? new ServerTime(Instant.ofEpochMilli(result)) : null;
    }

    /**
     * The same by Jackson's databind, into a record of the envelope.
     *
     * @return the envelope
     */
    @Benchmark
    public Object timeFrameByJacksonDatabind() {
        return mapper.readValue(frame, Envelope.class);
    }

    /**
     * The body of a REST answer.
     *
     * @return the result
     */
    @Benchmark
    public @Nullable Object timeBody() {
        return codec.decode(serverTime, body, 0, body.length);
    }

    /**
     * A request without parameters.
     *
     * @return the length of the frame
     */
    @Benchmark
    public int timeRequest() {
        return encode(time);
    }

    /**
     * A request with a list of three symbols.
     *
     * @return the length of the frame
     */
    @Benchmark
    public int exchangeInfoRequest() {
        return encode(symbols);
    }

    /**
     * The same by Jackson's databind.
     *
     * @return the frame
     */
    @Benchmark
    public byte[] exchangeInfoRequestByJacksonDatabind() {
        return mapper.writeValueAsBytes(
                new Request(ID, "exchangeInfo", Map.of("symbols", List.of("BTCUSDT", "ETHUSDT", "BNBBTC"))));
    }

    private int encode(Call<?> call) {
        target.clear();
        envelopes.encode(ID, call, target);
        return target.length();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
