/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.request.ClientOrderIds;
import io.github.binancereactive.core.request.NewOrder;
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

/** An order on its way through the WebSocket API's codec: what each one costs before it is written, and its answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OrderBenchmark {

    private static final long ID = 1_234_567;

    private final EnvelopeCodec envelopes = JsonCodec.create().envelopes();
    private final Credentials hmac = SampleKeys.hmac();
    private final Credentials ed25519 = SampleKeys.ed25519();
    private final NewOrder order = SampleOrder.limit();
    private final ClientOrderIds ids = ClientOrderIds.create();
    private final Call<OrderAnswer> call = SampleOrder.call();
    private final FrameBuffer target = new FrameBuffer(512);
    private final InboundFrame inbound = new InboundFrame();

    private final byte[] answer = ("{\"id\":1234567,\"status\":200,\"result\":" + SampleOrder.ANSWER
                    + ",\"rateLimits\":" + SampleOrder.rateLimits(6_000) + '}')
            .getBytes(StandardCharsets.US_ASCII);

    /** For the JMH runner. */
    public OrderBenchmark() {}

    /**
     * The order's own id, once for each subscription.
     *
     * @return the call with an id
     */
    @Benchmark
    public Call<OrderAnswer> identified() {
        return order.call().identified(ids);
    }

    /**
     * The frame of a session that is logged on.
     *
     * @return its length
     */
    @Benchmark
    public int frameAfterLogon() {
        return encode(null);
    }

    /**
     * The frame, signed by HMAC.
     *
     * @return its length
     */
    @Benchmark
    public int frameSignedByHmac() {
        return encode(hmac);
    }

    /**
     * The frame, signed by Ed25519.
     *
     * @return its length
     */
    @Benchmark
    public int frameSignedByEd25519() {
        return encode(ed25519);
    }

    /**
     * The answer's frame: envelope, result and rate limits.
     *
     * @return the result
     */
    @Benchmark
    public @Nullable Object answerFrame() {
        envelopes.decode(
                answer, 0, answer.length, id -> id == ID ? call.endpoint().result() : null, inbound);
        return inbound.result();
    }

    private int encode(@Nullable Credentials credentials) {
        target.clear();
        envelopes.encode(ID, call, SampleOrder.stamp(credentials), target);
        return target.length();
    }
}
