/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.FaultPlan;
import io.github.binancereactive.testkit.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** Many requests, and many of them go wrong at random. */
class ChaosIT extends SimulatedRest {

    private static final int REQUESTS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRequestEndsOnceAndNoOrderIsSentTwice(long seed) {
        ExchangeSimulator first = troubled(seed);
        ExchangeSimulator second = troubled(seed + 1_000);
        BinanceRestClient client = client(first, second)
                .withBudget(RequestBudget.unlimited())
                .withMaxConnections(20)
                .withRequestTimeout(Duration.ofMillis(500));

        List<Signal<ServerTime>> ends = Flux.range(0, REQUESTS)
                .flatMap(i -> request(client, i).materialize(), 50)
                .collectList()
                .block(PATIENCE);

        assertThat(ends).hasSize(REQUESTS);
        assertThat(ends.stream().filter(Signal::isOnError).map(Signal::getThrowable))
                .allMatch(BinanceException.class::isInstance);
        assertThat(orders(first, second)).doesNotHaveDuplicates();
        client.disposeLater().block(PATIENCE);
    }

    private ExchangeSimulator troubled(long seed) {
        return start(ExchangeSimulator.builder()
                .seed(seed)
                .faults(FaultPlan.mixed(0.3))
                .symbols(100));
    }

    private static Mono<ServerTime> request(BinanceRestClient client, int number) {
        return switch (number % 4) {
            case 0 ->
                client.exchange(
                        Call.of(PLACE_ENDPOINT).with("symbol", "BTCUSDT").with("newClientOrderId", "order-" + number));
            case 1 -> client.exchangeInfo().then(Mono.empty());
            case 2 -> client.withCompression(true).exchange(QUERY_CALL);
            default -> client.time();
        };
    }

    private static List<String> orders(ExchangeSimulator... simulators) {
        return Stream.of(simulators)
                .flatMap(simulator -> simulator.requests(PLACE).stream())
                .map((RecordedRequest order) -> order.param("newClientOrderId"))
                .toList();
    }
}
