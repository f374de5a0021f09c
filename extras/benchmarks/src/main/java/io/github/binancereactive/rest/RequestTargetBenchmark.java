/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.benchmarks.SampleKeys;
import io.github.binancereactive.benchmarks.SampleOrder;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a call becomes before it is sent over REST. In this package because it is nobody else's business. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RequestTargetBenchmark {

    private static final URI HOST = URI.create("https://api.binance.com");

    private final RestRequest<?> time = new RestRequest<>(Call.of(GeneralEndpoints.TIME));
    private final RestRequest<?> order = new RestRequest<>(SampleOrder.call());
    private final RequestSecurity hmac = security(SampleKeys.hmac());
    private final RequestSecurity ed25519 = security(SampleKeys.ed25519());

    /** For the JMH runner. */
    public RequestTargetBenchmark() {}

    private static RequestSecurity security(Credentials credentials) {
        return new RequestSecurity(credentials, ServerClock.over(Clock.systemUTC()), TimestampUnit.MILLISECOND, null);
    }

    /**
     * A query without parameters.
     *
     * @return the target
     */
    @Benchmark
    public Object time() {
        return time.target(HOST, null);
    }

    /**
     * An order, signed by HMAC.
     *
     * @return the target
     */
    @Benchmark
    public Object orderSignedByHmac() {
        return order.target(HOST, hmac);
    }

    /**
     * An order, signed by Ed25519.
     *
     * @return the target
     */
    @Benchmark
    public Object orderSignedByEd25519() {
        return order.target(HOST, ed25519);
    }
}
