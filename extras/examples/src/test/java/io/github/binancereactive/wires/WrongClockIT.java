/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Reply.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.account.KeyType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** A client whose clock is wrong: what is refused for its timestamp has not run, and runs once when the clock is right. */
class WrongClockIT {

    /** REST asks more than once, and believes the fastest answer. */
    private static final int QUESTIONS_OVER_REST = 3;

    @RegisterExtension
    final ExchangeSimulatorExtension fresh =
            ExchangeSimulatorExtension.fresh(builder -> builder.account(Traders.TRADER));

    static Stream<Arguments> errors() {
        // Five seconds behind is just within the window of five seconds.
        return Stream.of(Via.values())
                .flatMap(via -> Stream.of(Duration.ofSeconds(5), Duration.ofSeconds(-6), Duration.ofHours(-1))
                        .map(error -> Arguments.of(via, error)));
    }

    private ExchangeSimulator exchange() {
        return fresh.simulator();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anOrderIsPlacedOnce(Via via, Duration error) {
        try (Client client = via.connect(exchange(), Traders.with(KeyType.HMAC).wrongBy(error))) {
            client.api().newOrder(Traders.order("first")).block(PATIENCE);
            assertThat(exchange().requests(via.order())).hasSize(2);
            client.api().newOrder(Traders.order("second")).block(PATIENCE);
        }
        assertThat(exchange().requests(via.order())).hasSize(3);
        requireOneResync(via);
        requireOrders(2);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void manyAtATimeArePlacedOnceEach(Via via, Duration error) {
        try (Client client = via.connect(exchange(), Traders.with(KeyType.HMAC).wrongBy(error))) {
            List<?> answers = Flux.range(0, 20)
                    .flatMap(i -> client.api().newOrder(Traders.order("order-" + i)), 20)
                    .collectList()
                    .block(PATIENCE);
            assertThat(answers).hasSize(20);
        }
        requireOrders(20);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aSessionLogsOnAllTheSame(Via via, Duration error) {
        try (Client client =
                via.connect(exchange(), Traders.with(KeyType.ED25519).wrongBy(error))) {
            client.api().newOrder(Traders.order("first")).block(PATIENCE);
            client.api().account().block(PATIENCE);
        }
        assertThat(exchange().requests(via.order())).hasSize(via == Via.REST ? 2 : 1);
        assertThat(exchange().requests("session.logon")).hasSize(via == Via.REST ? 0 : 2);
        requireOneResync(via);
        requireOrders(1);
    }

    private void requireOneResync(Via via) {
        assertThat(exchange().requests(via.time())).hasSize(via == Via.REST ? QUESTIONS_OVER_REST : 1);
    }

    private void requireOrders(int count) {
        assertThat(exchange().orders(Traders.TRADER)).hasSize(count);
    }
}
