/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.LimitState;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The exchange, the budget and the client go by one clock, which a test moves, and share its limit of 20 weight a minute. */
class BudgetIT extends SimulatedRest {

    private static final int LIMIT = 20;

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator exchange = start(ExchangeSimulator.builder()
            .scheduler(time)
            .epoch(Instant.EPOCH)
            .limits(SimulatedLimits.documented().withRequestWeight(LIMIT)));
    private final RequestBudget budget = RequestBudget.local(BudgetOptions.defaults()
            .withLimits(List.of(
                    new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, LIMIT),
                    new RateLimit(RateLimitType.RAW_REQUESTS, RateLimitInterval.MINUTE, 5, 61_000),
                    new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 50)))
            .withEdgeMargin(Duration.ZERO)
            .withClock(this::now)
            .withScheduler(time));
    private final MovedClock clock = new MovedClock(Instant.EPOCH);
    private final BinanceRestClient client = client(exchange)
            .withServerClock(ServerClock.over(clock))
            .withCredentials(Keys.hmac().credentials())
            .withBudget(budget)
            .withBudgetPolicy(BudgetPolicy.WAIT_WHILE_OPEN);

    private Instant now() {
        return Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
    }

    private void pass(Duration duration) {
        exchange.settle();
        clock.move(duration);
        time.advanceTimeBy(duration);
    }

    @Test
    void requestsWaitForTheNextWindowAndTheLimitIsNeverExceeded() {
        int requests = 5 * LIMIT;
        BinanceRestClient patient = client.withRequestTimeout(Duration.ofHours(1));
        CompletableFuture<Long> answered = Flux.range(0, requests)
                .flatMap(i -> patient.exchange(QUERY_CALL), requests)
                .count()
                .toFuture();

        for (int window = 1; window <= 5; window++) {
            int sent = window * LIMIT;
            awaitRequests(exchange, sent);
            awaitAnswers();
            assertThat(exchange.requests()).hasSize(sent);
            pass(Duration.ofMinutes(1));
        }
        assertThat(answered.join()).isEqualTo(requests);
    }

    @Test
    void theDeadlineCoversTheWait() {
        fill();
        CompletableFuture<?> late =
                client.withTimer(time).exchange(SIGNED_ORDER_CALL).toFuture();
        assertThat(budget.state().waiting()).isEqualTo(1);
        pass(Duration.ofSeconds(10));

        assertThat(late)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(DeadlineExceededException.class)
                .withMessageContaining("sor.order.place: could not be sent within PT10S");
        assertThat(budget.state().waiting()).isZero();
        assertThat(exchange.requests(SIGNED_ORDER)).isEmpty();
    }

    @Test
    void cancellingGivesThePlaceUp() {
        fill();
        Disposable first = client.exchange(QUERY_CALL).subscribe();
        CompletableFuture<?> second = client.exchange(SIGNED_QUERY_CALL).toFuture();
        first.dispose();
        assertThat(budget.state().waiting()).isEqualTo(1);
        pass(Duration.ofMinutes(1));

        assertThat(second).succeedsWithin(PATIENCE);
        assertThat(exchange.requests(QUERY)).hasSize(LIMIT);
    }

    @Test
    void closingTheClientGivesThePlaceUp() {
        fill();
        CompletableFuture<?> waiting = client.exchange(QUERY_CALL).toFuture();
        client.disposeLater().block(PATIENCE);

        assertThat(waiting).isCompletedExceptionally();
        assertThat(budget.state().waiting()).isZero();
    }

    @Test
    void aTimestampIsMadeAfterTheWait() {
        fill();
        CompletableFuture<?> waiting = client.exchange(SIGNED_QUERY_CALL).toFuture();
        pass(Duration.ofMinutes(1));

        assertThat(waiting).succeedsWithin(PATIENCE);
        assertThat(exchange.requests(SIGNED_QUERY).get(0).param("timestamp")).isEqualTo("60000");
    }

    @Test
    void failsAtOnceWhenToldTo() {
        fill();

        StepVerifier.create(client.withBudgetPolicy(BudgetPolicy.FAIL_FAST).stream(LIST_CALL))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(BudgetExceededException.class, refused -> {
                            assertThat(refused.endpoint()).isEqualTo("list");
                            assertThat(refused.retryAfter()).contains(Instant.EPOCH.plusSeconds(60));
                        }));
        assertThat(exchange.requests(LIST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 418})
    void afterALimitNothingIsSentUntilTheExchangeWantsIt(int status) {
        Duration pause = Duration.ofSeconds(7);
        exchange.inject(status == 429 ? Fault.rateLimited(pause) : Fault.banned(pause));
        assertThat(failure(client))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        limited -> assertThat(limited.retryAfter()).contains(Instant.EPOCH.plus(pause)));
        assertThat(budget.state().closedUntil()).contains(Instant.EPOCH.plus(pause));

        for (BinanceRestClient kin : List.of(client, client.withCompression(true))) {
            assertThat(failure(kin))
                    .isInstanceOfSatisfying(
                            BudgetExceededException.class,
                            refused -> assertThat(refused.retryAfter()).contains(Instant.EPOCH.plus(pause)));
        }
        assertThat(exchange.requests()).hasSize(1);
        pass(pause);
        assertThat(client.exchange(QUERY_CALL).block(PATIENCE)).isNotNull();
    }

    @Test
    void byDefaultARequestIsToldWhenTheExchangeTakesSomeAgain() {
        exchange.inject(Fault.banned(Duration.ofSeconds(7)));
        assertThat(failure(client)).isInstanceOf(RateLimitedException.class);
        BinanceRestClient byDefault =
                client.withBudgetPolicy(RestConfig.of(BinanceEnvironment.LIVE).budgetPolicy());
        pass(Duration.ofSeconds(6));

        BudgetExceededException refusal = (BudgetExceededException) failure(byDefault);
        assertThat(refusal.retryAfter()).hasValueSatisfying(at -> assertThat(at).isAfter(now()));
        assertThat(exchange.requests()).hasSize(1);

        pass(Duration.ofSeconds(2));
        assertThat(byDefault.exchange(QUERY_CALL).block(PATIENCE)).isNotNull();
    }

    @Test
    void whoeverWaitsIsRefusedWhenTheGateCloses() {
        RequestBudget narrow = RequestBudget.local(BudgetOptions.defaults()
                .withLimits(List.of(new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 1)))
                .withClock(this::now)
                .withScheduler(time));
        BinanceRestClient tight = client.withBudget(narrow);
        exchange.inject(Fault.rateLimited(Duration.ofMinutes(5)));
        CompletableFuture<?> first = tight.exchange(QUERY_CALL).toFuture();
        CompletableFuture<?> second = tight.exchange(SIGNED_QUERY_CALL).toFuture();

        assertThat(first).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(RateLimitedException.class);
        assertThat(second).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(BudgetExceededException.class);
        assertThat(exchange.requests()).hasSize(1);
    }

    @Test
    void tooManyOrdersStopOrdersAlone() {
        exchange.inject(Fault.error(429, -1015, "Too many new orders").on(SIGNED_ORDER));
        StepVerifier.create(client.exchange(SIGNED_ORDER_CALL)).verifyError(RateLimitedException.class);

        assertThat(budget.state().closedUntil()).isEmpty();
        StepVerifier.create(client.exchange(SIGNED_QUERY_CALL))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(client.withBudgetPolicy(BudgetPolicy.FAIL_FAST).exchange(SIGNED_ORDER_CALL))
                .verifyError(BudgetExceededException.class);
        assertThat(exchange.requests(SIGNED_ORDER)).hasSize(1);
    }

    @Test
    void whatTheExchangeReportsWins() {
        RawServer server = closing(new RawServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + "x-mbx-used-weight: 3\r\nX-MBX-USED-WEIGHT-1M: 13\r\nX-MBX-ORDER-COUNT-10S: 41\r\n"
                + "Content-Length: 16\r\n\r\n{\"serverTime\":1}"));
        client.withHosts(server.uri()).exchange(SIGNED_ORDER_CALL).block(PATIENCE);

        assertThat(state(RateLimitType.REQUEST_WEIGHT).used()).isEqualTo(13);
        assertThat(state(RateLimitType.ORDERS).used()).isEqualTo(41);
    }

    @Test
    void anAnswerWithExchangeInfoTeachesTheLimits() {
        client.exchangeInfo().block(PATIENCE);
        ExchangeSimulator other = closing(ExchangeSimulator.builder()
                .limits(SimulatedLimits.documented().withRequestWeight(123))
                .start());
        pass(Duration.ofMinutes(1));
        client.withHosts(other.uri("http")).exchangeInfo().block(PATIENCE);

        assertThat(state(RateLimitType.REQUEST_WEIGHT).limit().limit()).isEqualTo(123);
    }

    @Test
    void eachAttemptIsACostOfItsOwn() {
        ExchangeSimulator failing = simulator();
        failing.inject(Fault.status(503, ""));
        client.withHosts(failing.uri("http"), exchange.uri("http"))
                .exchange(QUERY_CALL)
                .block(PATIENCE);

        assertThat(state(RateLimitType.RAW_REQUESTS).used()).isEqualTo(2);
        assertThat(state(RateLimitType.RAW_REQUESTS).inFlight()).isZero();
    }

    @Test
    void whatWasNotSentCostsNothing() {
        StepVerifier.create(client.withHosts(nobody()).exchange(SIGNED_ORDER_CALL))
                .verifyError(ConnectionLostException.class);

        assertThat(state(RateLimitType.RAW_REQUESTS).used()).isZero();
        assertThat(state(RateLimitType.ORDERS).used()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void whatMayHaveBeenSentStaysCounted(Loss loss) {
        exchange.inject(loss == Loss.RESET ? Fault.resetBeforeAnswer() : Fault.drop());
        CompletableFuture<?> request =
                client.withTimer(time).exchange(SIGNED_ORDER_CALL).toFuture();
        awaitRequests(exchange, 1);
        switch (loss) {
            case CANCEL -> request.cancel(true);
            case DEADLINE -> pass(Duration.ofSeconds(9).plusMillis(999));
            default -> {}
        }
        if (loss == Loss.DEADLINE) {
            assertThat(state(RateLimitType.ORDERS).inFlight()).isEqualTo(1);
            pass(Duration.ofMillis(1));
        }
        awaitAnswers();

        assertThat(state(RateLimitType.RAW_REQUESTS).used()).isEqualTo(1);
    }

    @Test
    void aClientOfOnesOwnHasABudgetThatItsKinShare() {
        BinanceRestClient own = client(exchange).withBudgetPolicy(BudgetPolicy.FAIL_FAST);
        exchange.inject(Fault.banned(Duration.ofHours(1)));
        assertThat(failure(own)).isInstanceOf(RateLimitedException.class);

        assertThat(failure(own.withCompression(true))).isInstanceOf(BudgetExceededException.class);
        assertThat(client(exchange).exchange(QUERY_CALL).block(PATIENCE)).isNotNull();
    }

    private void fill() {
        Flux.range(0, LIMIT).concatMap(i -> client.exchange(QUERY_CALL)).blockLast(PATIENCE);
    }

    /** Until all that was sent is settled. */
    private void awaitAnswers() {
        budget.changes()
                .mergeWith(Flux.interval(Duration.ofMillis(5)).map(tick -> budget.state()))
                .filter(state -> state.limits().stream().allMatch(limit -> limit.inFlight() == 0))
                .blockFirst(PATIENCE);
    }

    private LimitState state(RateLimitType type) {
        return budget.state().limits().stream()
                .filter(each -> each.limit().rateLimitType() == type)
                .findFirst()
                .orElseThrow();
    }

    private static BinanceException failure(BinanceRestClient client) {
        try {
            throw new AssertionError("answered " + client.exchange(QUERY_CALL).block(PATIENCE));
        } catch (BinanceException e) {
            return e;
        }
    }

    enum Loss {
        RESET,
        CANCEL,
        DEADLINE
    }
}
