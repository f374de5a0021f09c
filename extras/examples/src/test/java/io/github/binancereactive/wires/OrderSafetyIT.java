/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.OutcomeResolution;
import io.github.binancereactive.core.api.Resolution;
import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.FaultPlan;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.session.SessionOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Orders over both wires to an exchange where everything goes wrong at random, and then what callers were told beside what the
 * exchange has: no order twice, none that was reported placed and wasn't, none that was reported refused and is there, each
 * unknown one resolved to the truth. Twenty thousand orders over each wire in all.
 */
@Timeout(120)
@DisabledIfSystemProperty(named = "proofs", matches = "done") // a second run, on another JDK
class OrderSafetyIT {

    private static final int ORDERS = 400;
    private static final int CONCURRENCY = 64;
    private static final String SYMBOL = "BTCUSDT";

    // Much goes wrong here, so clients are impatient.
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofMillis(500);

    private enum Told {
        PLACED,
        NOT_PLACED
    }

    /** What a caller was told of an order of its own. */
    private record Report(String clientOrderId, Told told, String how) {}

    @ParameterizedTest
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50
            })
    void callersAreToldTheTruth(long seed) {
        try (ExchangeSimulator exchange = ExchangeSimulator.builder()
                .seed(seed)
                .faults(FaultPlan.mixed(0.05))
                .limits(SimulatedLimits.unlimited())
                .start()) {
            BinanceRestClient rest = rest(exchange);
            BinanceWebSocketApiClient webSocket = webSocket(exchange);
            List<Report> reports = Flux.merge(orders(rest, "rest"), orders(webSocket, "ws"))
                    .collectList()
                    .block(Duration.ofSeconds(100));
            webSocket.dispose();
            rest.disposeLater().block(Reply.PATIENCE);

            assertThat(reports).hasSize(2 * ORDERS);
            compare(reports, exchange.orders(exchange.account()));
        }
    }

    private static BinanceRestClient rest(ExchangeSimulator exchange) {
        return Via.rest(exchange, setup(exchange))
                .withRecvWindow(WINDOW)
                .withRequestTimeout(DEADLINE)
                .withHostPause(Duration.ZERO);
    }

    private static BinanceWebSocketApiClient webSocket(ExchangeSimulator exchange) {
        return BinanceWebSocketApiClient.create(Via.options(exchange, setup(exchange))
                .withRecvWindow(WINDOW)
                .withRequestTimeout(DEADLINE)
                .withSession(SessionOptions.defaults()
                        .withBackoff(Backoff.fixed(Duration.ofMillis(2)))
                        .withStableAfter(Duration.ZERO)
                        .withConnectionLimit(new ConnectionLimit(100_000, Duration.ofMinutes(5)))));
    }

    private static Setup setup(ExchangeSimulator exchange) {
        return Setup.of(Traders.credentials(exchange.account().key(KeyType.HMAC)))
                .within(RequestBudget.unlimited());
    }

    private static void compare(List<Report> reports, List<OrderSnapshot> orders) {
        Map<String, Long> there =
                orders.stream().collect(Collectors.groupingBy(OrderSnapshot::clientOrderId, Collectors.counting()));
        assertThat(there).allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
        assertThat(reports)
                .allSatisfy(report -> assertThat(there.containsKey(report.clientOrderId()))
                        .as(report.toString())
                        .isEqualTo(report.told() == Told.PLACED));
        assertThat(there.keySet())
                .isSubsetOf(reports.stream().map(Report::clientOrderId).collect(Collectors.toSet()));
    }

    private static Flux<Report> orders(SpotApi api, String wire) {
        return api.tickerPrice(SYMBOL)
                .retry(20)
                .flatMapMany(ticker -> Flux.range(0, ORDERS)
                        .flatMap(number -> order(api, wire + "-" + number, number, ticker.price()), CONCURRENCY));
    }

    private static Mono<Report> order(SpotApi api, String id, int number, BigDecimal price) {
        return api.newOrder(terms(number, price).clientOrderId(id))
                .map(answer -> new Report(id, Told.PLACED, answer.toString()))
                .onErrorResume(OutcomeUnknownException.class, unknown -> resolved(api, id, unknown))
                .onErrorResume(
                        BinanceException.class,
                        refused -> Mono.just(new Report(id, Told.NOT_PLACED, refused.toString())));
    }

    /** Some that trade at once, in whole or part, some that expire, and some that rest. */
    private static NewOrder terms(int number, BigDecimal price) {
        Side side = number % 2 == 0 ? Side.BUY : Side.SELL;
        BigDecimal quantity = new BigDecimal("0.001");
        return switch (number % 5) {
            case 0 -> NewOrder.market(SYMBOL, side, quantity);
            case 1 -> NewOrder.limit(SYMBOL, side, quantity, price).timeInForce(TimeInForce.IOC);
            case 2 -> NewOrder.limit(SYMBOL, side, quantity, price).timeInForce(TimeInForce.FOK);
            case 3 -> NewOrder.limitMaker(SYMBOL, side, quantity, price);
            default -> NewOrder.limit(SYMBOL, side, quantity, price);
        };
    }

    private static Mono<Report> resolved(SpotApi api, String id, OutcomeUnknownException unknown) {
        return OutcomeResolution.over(api)
                .withBackoff(Backoff.exponential(Duration.ofMillis(200), Duration.ofSeconds(1)))
                .withSettling(Duration.ofMillis(300))
                .withBound(Duration.ofSeconds(60))
                .resolve(unknown)
                .map(resolution -> new Report(id, told(resolution), unknown.getMessage() + " -> " + resolution));
    }

    private static Told told(Resolution resolution) {
        if (resolution instanceof Resolution.Placed) {
            return Told.PLACED;
        }
        assertThat(resolution).isInstanceOf(Resolution.NeverPlaced.class);
        return Told.NOT_PLACED;
    }
}
