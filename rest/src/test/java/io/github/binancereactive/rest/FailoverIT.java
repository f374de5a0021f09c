/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FailoverIT extends SimulatedRest {

    private final ExchangeSimulator first = simulator();
    private final ExchangeSimulator second = simulator();
    private final BinanceRestClient client = client(first, second);

    static Stream<Fault> failuresOfAHost() {
        return Stream.of(
                Fault.resetBeforeAnswer(),
                Fault.resetAfterAnswer(),
                Fault.close(1001, ""),
                Fault.truncatedFrame(),
                Fault.status(503, ""),
                Fault.error(500, -1000, ""));
    }

    @ParameterizedTest
    @MethodSource("failuresOfAHost")
    void aQueryGoesToTheNextHost(Fault fault) {
        first.inject(fault);

        assertThat(client.exchange(QUERY_CALL).block(PATIENCE)).isNotNull();
        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("failuresOfAHost")
    void aQueryAsksEachHostOnceAtMost(Fault fault) {
        first.inject(fault);
        second.inject(fault);

        StepVerifier.create(client.exchange(QUERY_CALL)).verifyError(TransientException.class);
        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).hasSize(1);
    }

    @Test
    void noAnswerOf4xxLeadsToTheNextHost() {
        BinanceRestClient careless = client.withBudget(RequestBudget.unlimited());
        for (Fault fault : new Fault[] {
            Fault.rateLimited(Duration.ofSeconds(1)),
            Fault.banned(Duration.ofSeconds(1)),
            Fault.html403(),
            Fault.error(400, -1121, ""),
            Fault.status(408, "")
        }) {
            first.inject(fault);
            StepVerifier.create(careless.exchange(QUERY_CALL)).verifyError();
        }
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void anythingGoesToTheNextHostWhileNobodyListens() {
        BinanceRestClient unlucky = client(nobody(), second.uri("http"));

        assertThat(unlucky.exchange(QUERY_CALL).block(PATIENCE)).isNotNull();
        assertThat(client(nobody(), second.uri("http")).exchange(PLACE_CALL).block(PATIENCE))
                .isNotNull();
        assertThat(second.requests(PLACE)).hasSize(1);
    }

    @Test
    void nobodyAnywhereIsNoConnection() {
        for (Mono<?> request : new Mono<?>[] {
            client(nobody(), nobody()).exchange(QUERY_CALL),
            client(nobody(), nobody()).exchange(PLACE_CALL)
        }) {
            StepVerifier.create(request)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(ConnectionLostException.class)
                            .hasMessageEndingWith("no connection"));
        }
    }

    @Test
    void aHostWithoutAddressIsPassedOver() {
        URI unknown = URI.create("http://no-such-host.invalid");

        assertThat(client(unknown, second.uri("http")).exchange(PLACE_CALL).block(PATIENCE))
                .isNotNull();
        assertThat(second.requests(PLACE)).hasSize(1);
    }

    @Test
    void anOrderThatMayHaveLeftGoesNowhereElse() {
        first.inject(Fault.resetBeforeAnswer());

        StepVerifier.create(client.exchange(PLACE_CALL)).verifyError(OutcomeUnknownException.class);
        assertThat(second.requests()).isEmpty();
    }

    /** A reset may be noticed before the order is written, or after: then another host may have it, or nobody. */
    @RepeatedTest(20)
    void anOrderToAHostThatResetsConnectionsIsPlacedOnceOrUnknown() {
        first.refuseConnections(true);

        int placed = client.exchange(PLACE_CALL)
                .map(order -> 1)
                .onErrorResume(OutcomeUnknownException.class, unknown -> Mono.just(0))
                .block(Duration.ofSeconds(10));
        assertThat(first.requests()).isEmpty();
        assertThat(second.requests()).hasSize(placed);
    }

    @Test
    void aHostThatFailedComesLastForAWhile() {
        MovedClock clock = new MovedClock(Instant.parse("2026-01-01T00:00:00Z"));
        BinanceRestClient timed = client.withClock(clock);
        first.inject(Fault.status(503, ""));
        timed.exchange(QUERY_CALL).block(PATIENCE);
        timed.exchange(QUERY_CALL).block(PATIENCE);
        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).hasSize(2);

        clock.move(Duration.ofSeconds(30));
        timed.exchange(QUERY_CALL).block(PATIENCE);
        assertThat(first.requests()).hasSize(2);
    }

    @Test
    void anOrderAvoidsAHostThatFailedAQueryOfADerivedClient() {
        first.inject(Fault.resetBeforeAnswer());
        client.withCompression(true).exchange(QUERY_CALL).block(PATIENCE);

        client.exchange(PLACE_CALL).block(PATIENCE);
        assertThat(first.requests(PLACE)).isEmpty();
    }

    @Test
    void withoutAPauseEachRequestBeginsWithTheFirstHost() {
        BinanceRestClient stubborn =
                client.withHostPause(Duration.ZERO).withClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        first.inject(Fault.status(503, ""));
        stubborn.exchange(QUERY_CALL).block(PATIENCE);
        stubborn.exchange(QUERY_CALL).block(PATIENCE);

        assertThat(first.requests()).hasSize(2);
    }

    @Test
    void theLastHostSaysWhy() {
        first.inject(Fault.status(503, ""));
        second.inject(Fault.error(400, -1121, "no"));

        StepVerifier.create(client.exchange(QUERY_CALL)).verifyError(RejectedException.class);
    }
}
