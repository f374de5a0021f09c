/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.FaultPlan;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.ws.session.SessionOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A hundred thousand requests, orders among them, to an exchange where everything goes wrong at random: each ends exactly
 * once, none is left behind, no order is sent twice.
 */
@Timeout(120)
@DisabledIfSystemProperty(named = "proofs", matches = "done") // a second run, on another JDK
class RandomFaultsIT {

    private static final int REQUESTS = 5_000;
    private static final int CONCURRENCY = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyRequestEndsExactlyOnce(long seed) {
        FaultPlan faults = FaultPlan.mixed(0.02).with(0.0004, Fault.halfOpen());
        try (ExchangeSimulator exchange = ExchangeSimulator.builder()
                .seed(seed)
                .faults(faults)
                .limits(SimulatedLimits.unlimited())
                .answer("order.place", request -> TestOrder.RESULT)
                .start()) {
            BinanceWebSocketApiClient client = client(exchange);
            AtomicIntegerArray ends = new AtomicIntegerArray(REQUESTS);
            Flux.range(0, REQUESTS)
                    .flatMap(number -> request(client, number, ends), CONCURRENCY)
                    .then(client.session().rotate())
                    .block(Duration.ofSeconds(100));

            for (int number = 0; number < REQUESTS; number++) {
                assertThat(ends.get(number)).as("ends of request %d", number).isEqualTo(1);
            }
            WebSocketApiStatistics statistics = client.statistics();
            client.dispose();
            assertThat(statistics.inFlight()).as("left in the table").isZero();
            assertThat(ordersById(exchange))
                    .allSatisfy((id, times) -> assertThat(times)
                            .as("times that order %s was received", id)
                            .isEqualTo(1));
        }
    }

    private static BinanceWebSocketApiClient client(ExchangeSimulator exchange) {
        SessionOptions session = SessionOptions.defaults()
                .withBackoff(Backoff.fixed(Duration.ofMillis(2)))
                .withStableAfter(Duration.ZERO)
                .withSilenceTimeout(Duration.ofMillis(600))
                .withConnectionLimit(new ConnectionLimit(100_000, Duration.ofMinutes(5)));
        return BinanceWebSocketApiClient.create(WebSocketApiOptions.of(exchange.environment())
                .withRequestTimeout(Duration.ofSeconds(1))
                .withBudget(RequestBudget.unlimited())
                .withSession(session));
    }

    private static Mono<?> request(BinanceWebSocketApiClient client, int number, AtomicIntegerArray ends) {
        Call<?> call = number % 3 == 0 ? TestOrder.place("o" + number) : Call.of(GeneralEndpoints.TIME);
        if (number % 500 == 0) {
            client.session().rotate().subscribe();
        }
        return client.exchange(call)
                .doOnTerminate(() -> ends.incrementAndGet(number))
                .onErrorResume(BinanceException.class, failure -> Mono.empty());
    }

    private static Map<String, Long> ordersById(ExchangeSimulator exchange) {
        Function<RecordedRequest, String> id = request -> String.valueOf(request.param("newClientOrderId"));
        return exchange.requests("order.place").stream().collect(Collectors.groupingBy(id, Collectors.counting()));
    }
}
