/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.LimitState;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;

/** One budget for clients on both wires that want ten times as much as the exchange allows, window after window. */
@Timeout(90)
class SharedBudgetIT {

    private static final int WEIGHT_A_MINUTE = 100;
    private static final int FLOOD = 10 * WEIGHT_A_MINUTE;
    private static final Duration LONG = Duration.ofSeconds(60);

    private FastForward time;
    private ExchangeSimulator exchange;
    private RequestBudget budget;
    private BinanceRestClient rest;
    private BinanceWebSocketApiClient webSocket;

    @BeforeEach
    void open() {
        time = new FastForward();
        exchange = ExchangeSimulator.builder()
                .scheduler(time)
                .pingInterval(Duration.ofHours(1))
                .pongTimeout(Duration.ofHours(3))
                .limits(SimulatedLimits.documented().withRequestWeight(WEIGHT_A_MINUTE))
                .start();
        ServerClock clock = ServerClock.over(new ExchangeClock(exchange));
        budget = RequestBudget.local(BudgetOptions.defaults()
                .withClock(clock::now)
                .withScheduler(time)
                .withMaxWaiting(FLOOD));
        Setup setup = Setup.of(null).with(clock).within(budget);
        rest = Via.rest(exchange, setup).withRequestTimeout(LONG);
        webSocket = BinanceWebSocketApiClient.create(
                Via.options(exchange, setup).withRequestTimeout(LONG).withMaxInFlight(FLOOD));
        webSocket.connect().block(LONG); // an attempt weighs too, and at this speed may take longer than one is given
        rest.exchangeInfo().block(LONG); // teaches the limits
        exchange.clearRequests();
    }

    @AfterEach
    void close() {
        webSocket.dispose();
        rest.disposeLater().block(Reply.PATIENCE);
        exchange.close();
        time.dispose();
    }

    @Test
    void tenTimesTooMuchIsSpreadOverWindowsWithoutASingle429() {
        // Any refusal would end the flood with its error.
        List<ServerTime> answers = flood(FLOOD).collectList().block(LONG);

        assertThat(answers).hasSize(FLOOD);
        assertThat(weightByMinute())
                .hasSizeGreaterThanOrEqualTo(FLOOD / WEIGHT_A_MINUTE)
                .allSatisfy((minute, weight) ->
                        assertThat(weight).as("weight of minute %d", minute).isLessThanOrEqualTo(WEIGHT_A_MINUTE));
    }

    @Test
    void loweredLimitsAreAdaptedTo() {
        int lowered = WEIGHT_A_MINUTE / 2;
        exchange.floor().limits(SimulatedLimits.documented().withRequestWeight(lowered));
        webSocket.exchangeInfo().block(LONG);
        exchange.clearRequests();

        assertThat(flood(3 * lowered).collectList().block(LONG)).hasSize(3 * lowered);
        assertThat(weight().limit().limit()).isEqualTo(lowered);
        assertThat(weightByMinute())
                .allSatisfy((minute, weight) -> assertThat(weight).isLessThanOrEqualTo(lowered));
    }

    @Test
    void otherTrafficFromTheSameAddressIsSeen() {
        exchange.floor().foreignTraffic(WEIGHT_A_MINUTE / 2);
        // What comes at the edge of a minute says nothing of either; some of twenty, one after the other, do.
        Flux.range(0, 20).concatMap(i -> flood(1)).blockLast(LONG);

        assertThat(flood(2 * WEIGHT_A_MINUTE).collectList().block(LONG)).hasSize(2 * WEIGHT_A_MINUTE);
    }

    private Flux<ServerTime> flood(int requests) {
        List<SpotApi> wires = List.of(rest, webSocket);
        return Flux.range(0, requests).flatMap(i -> wires.get(i % 2).time(), requests);
    }

    private LimitState weight() {
        return budget.state().limits().stream()
                .filter(state -> state.limit().rateLimitType() == RateLimitType.REQUEST_WEIGHT)
                .findFirst()
                .orElseThrow();
    }

    /** Each {@code time} weighs 1, and nothing else was asked for. */
    private Map<Long, Long> weightByMinute() {
        return exchange.requests().stream()
                .map(RecordedRequest::receivedAt)
                .collect(Collectors.groupingBy(at -> at.getEpochSecond() / 60, Collectors.counting()));
    }
}
