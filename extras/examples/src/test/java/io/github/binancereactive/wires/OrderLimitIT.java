/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Reply.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.LimitState;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What the exchange refuses for too many orders (-1015) closes the shared budget's gate for that account's orders. */
class OrderLimitIT {

    private static final Instant WINDOW_END = Wires.NOW.plusMillis(10_000 - 123);

    /** REST names the end in whole seconds from now, and the budget doesn't trust its clock to the millisecond. */
    private static final Instant AT_THE_LATEST = WINDOW_END.plusMillis(1_250);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator exchange = ExchangeSimulator.builder()
            .account(Traders.TRADER, Traders.OTHER)
            .scheduler(time)
            .epoch(Wires.NOW.plusSeconds(5))
            .limits(SimulatedLimits.documented().withOrders(2, 200_000))
            .start();
    private final RequestBudget budget = RequestBudget.local(
            BudgetOptions.defaults().withClock(exchange::now).withScheduler(time));

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource(Via.class)
    void closesTheGateForOrders(Via via) {
        useUpTheLimit();
        try (Client client = via.connect(exchange, budgeted())) {
            StepVerifier.create(client.api().newOrder(Traders.order("refused")))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(RateLimitedException.class, refused -> {
                                assertThat(refused).hasMessageContaining("-1015");
                                assertThat(refused.banned()).isFalse();
                            }))
                    .verify(PATIENCE);
            assertThat(ordersClosedUntil()).hasValueSatisfying(OrderLimitIT::requireWindowEnd);

            requireNotSent(client.api());
            assertThat(client.api().account().block(PATIENCE)).isNotNull();
            time.advanceTimeBy(Duration.ofSeconds(6));
            assertThat(client.api().newOrder(Traders.order("later")).block(PATIENCE))
                    .isNotNull();
        }
        assertThat(exchange.orders(Traders.TRADER)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Via.class)
    void closesItForTheOtherWireTooButNotForAnotherAccount(Via via) {
        useUpTheLimit();
        Via across = via == Via.REST ? Via.WEB_SOCKET : Via.REST;
        Setup other = Setup.of(Traders.credentials(Traders.OTHER.key(KeyType.HMAC)))
                .with(clock())
                .failingFastWithin(budget);
        try (Client client = via.connect(exchange, budgeted());
                Client sibling = across.connect(exchange, budgeted());
                Client stranger = across.connect(exchange, other)) {
            StepVerifier.create(client.api().newOrder(Traders.order("refused")))
                    .expectError(RateLimitedException.class)
                    .verify(PATIENCE);

            requireNotSent(sibling.api());
            stranger.api().newOrder(Traders.order("theirs")).block(PATIENCE);
        }
        assertThat(exchange.orders(Traders.TRADER)).hasSize(2);
        assertThat(exchange.orders(Traders.OTHER)).hasSize(1);
    }

    /** By somebody who doesn't share the budget, so that it can't know. */
    private void useUpTheLimit() {
        try (Client client =
                Via.REST.connect(exchange, Traders.with(KeyType.HMAC).with(clock()))) {
            client.api()
                    .newOrder(Traders.order("first"))
                    .then(client.api().newOrder(Traders.order("second")))
                    .block(PATIENCE);
        }
    }

    private void requireNotSent(SpotApi api) {
        int before = exchange.requests().size();
        StepVerifier.create(api.newOrder(Traders.order("not-sent")))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                BudgetExceededException.class,
                                refused -> assertThat(refused.retryAfter())
                                        .hasValueSatisfying(OrderLimitIT::requireWindowEnd)))
                .verify(PATIENCE);
        assertThat(exchange.requests()).hasSize(before);
    }

    private static void requireWindowEnd(Instant instant) {
        assertThat(instant).isBetween(WINDOW_END, AT_THE_LATEST);
    }

    private Optional<Instant> ordersClosedUntil() {
        return budget.state().limits().stream()
                .map(LimitState::closedUntil)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Setup budgeted() {
        return Traders.with(KeyType.HMAC).with(clock()).failingFastWithin(budget);
    }

    private ServerClock clock() {
        return ServerClock.over(new ExchangeClock(exchange));
    }
}
