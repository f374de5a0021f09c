/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.codec.Codec;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.ResultType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** A {@code BigDecimal} from its digits in quotes, as prices and quantities come. Figures are for one number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecimalCodecBenchmark {

    private static final int COUNT = 10_000;

    private final Codec codec = JsonCodec.create();
    private final ResultType<List<BigDecimal>> type = ResultType.listOf(BigDecimal.class);
    private final JsonMapper mapper = new JsonMapper();
    private byte[] numbers = {};

    /** Filters repeat a few values; prices hardly ever do. */
    @Param({"few", "many"})
    public String different = "";

    /** For the JMH runner. */
    public DecimalCodecBenchmark() {}

    /** Draws the numbers. */
    @Setup
    public void draw() {
        Random random = new Random(1);
        int bound = different.equals("few") ? 50 : 100_000_000;
        numbers = Stream.generate(() -> BigDecimal.valueOf(random.nextInt(bound) * 100L + 10_000_000_000L, 8))
                .limit(COUNT)
                .map(number -> '"' + number.toPlainString() + '"')
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Ours.
     *
     * @return the numbers
     */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public @Nullable List<BigDecimal> decimals() {
        return codec.decode(type, numbers, 0, numbers.length);
    }

    /**
     * By way of a {@code String}, with Jackson's streaming parser.
     *
     * @return the numbers
     */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public List<BigDecimal> decimalsByJacksonStreaming() {
        List<BigDecimal> result = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(numbers)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                result.add(new BigDecimal(parser.getString()));
            }
        }
        return result;
    }
}
