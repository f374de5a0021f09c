/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.exchange.ExchangeError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The exchange's clock stands unless a test moves it, and it refuses what is stamped too early or too late. */
class ClockIT extends SimulatedRest {

    private static final String TIME = "GET /api/v3/time";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WRONG_BY = Duration.ofHours(1);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final MovedClock local = new MovedClock(NOW.plus(WRONG_BY));
    private final ServerClock clock = ServerClock.over(local);
    private final ExchangeSimulator exchange = closing(ExchangeSimulator.builder()
            .scheduler(time)
            .epoch(NOW)
            .answer(SIGNED_QUERY, this::answer)
            .answer(SIGNED_ORDER, this::answer)
            .start());
    private final BinanceRestClient client = client(exchange)
            .withServerClock(clock)
            .withBudget(RequestBudget.unlimited()) // thirty orders, sent twice, are more than a budget allows at once
            .withCredentials(Keys.hmac().credentials());

    private String answer(RecordedRequest request) {
        Instant stamped = Instant.ofEpochMilli(Long.parseLong(String.valueOf(request.param("timestamp"))));
        Instant now = now();
        if (stamped.isBefore(now.minusSeconds(5)) || !stamped.isBefore(now.plusSeconds(1))) {
            throw new ExchangeError(400, -1021, "Timestamp for this request is outside of the recvWindow.");
        }
        return "{\"serverTime\":5}";
    }

    private Instant now() {
        return exchange.now();
    }

    @Test
    void asksAFewTimesAndSetsTheClock() {
        assertThat(clock.uncertainty()).isEmpty();

        assertThat(client.syncClock().block(PATIENCE)).isEqualTo(clock.offset());
        assertThat(clock.now()).isBetween(NOW, NOW.plusMillis(1));
        assertThat(exchange.requests(TIME)).hasSize(ClockSync.QUESTIONS);
    }

    @Test
    void aClockThatWasSetServesAllDerivedClients() {
        client.syncClock().block(PATIENCE);

        client.withCompression(true).exchange(SIGNED_ORDER_CALL).block(PATIENCE);
        assertThat(exchange.requests(SIGNED_ORDER)).hasSize(1);
    }

    @Test
    void anOrderThatIsRefusedForItsTimeIsSentOnceMore() {
        StepVerifier.create(client.exchange(SIGNED_ORDER_CALL))
                .expectNext(new ServerTime(Instant.ofEpochMilli(5)))
                .verifyComplete();

        assertThat(exchange.requests(SIGNED_ORDER)).hasSize(2);
        assertThat(exchange.requests(TIME)).hasSize(ClockSync.QUESTIONS);
    }

    @Test
    void aListThatIsRefusedForItsTimeIsSentOnceMore() {
        exchange.inject(Fault.error(400, -1021, "").on(SIGNED_QUERY));
        client.syncClock().block(PATIENCE);

        assertThat(client.stream(SIGNED_LIST_CALL).collectList().block(PATIENCE))
                .containsExactly(new ServerTime(Instant.ofEpochMilli(5)));
        assertThat(exchange.requests(SIGNED_QUERY)).hasSize(2);
    }

    @RepeatedTest(5)
    void manyRefusalsAtATimeSetTheClockOnce() {
        List<ServerTime> answers = Flux.range(0, 60)
                .flatMap(i -> client.exchange(i % 2 == 0 ? SIGNED_QUERY_CALL : SIGNED_ORDER_CALL), 60)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).hasSize(60);
        assertThat(exchange.requests(TIME)).hasSize(ClockSync.QUESTIONS);
    }

    @Test
    void aSecondRefusalIsFinal() {
        exchange.inject(Fault.error(400, -1021, "canary").on(SIGNED_ORDER), 2);

        StepVerifier.create(client.exchange(SIGNED_ORDER_CALL))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                RejectedException.class,
                                refused -> assertThat(refused.code()).isEqualTo(-1021)));
        assertThat(exchange.requests(SIGNED_ORDER)).hasSize(2);
    }

    @Test
    void aRefusalStandsWhenTheClockCannotBeSet() {
        exchange.inject(Fault.resetBeforeAnswer().on(TIME));

        StepVerifier.create(client.exchange(SIGNED_ORDER_CALL)).verifyError(RejectedException.class);
        assertThat(exchange.requests(SIGNED_ORDER)).hasSize(1);

        client.exchange(SIGNED_ORDER_CALL).block(PATIENCE);
        assertThat(exchange.requests(SIGNED_ORDER)).hasSize(3);
    }

    @Test
    void whatIsNotSignedIsNotRepeated() {
        exchange.inject(Fault.error(400, -1021, "").on(TIME));

        StepVerifier.create(client.time()).verifyError(RejectedException.class);
        assertThat(exchange.requests()).hasSize(1);
    }

    @Test
    void theDeadlineCoversTheSettingOfTheClock() {
        exchange.inject(Fault.drop().on(TIME));
        AtomicReference<Throwable> error = new AtomicReference<>();
        client.withTimer(time).exchange(SIGNED_ORDER_CALL).subscribe(answer -> {}, error::set);
        awaitRequests(exchange, 2);

        time.advanceTimeBy(Duration.ofSeconds(10));
        // Not unknown: what was sent was refused.
        assertThat(error.get())
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("sor.order.place: could not be sent within PT10S");
    }

    @Test
    void cancellingOneLeavesTheOthersTheirClock() {
        exchange.inject(Fault.delay(Duration.ofSeconds(1)).on(TIME));
        Disposable first = client.exchange(SIGNED_QUERY_CALL).subscribe();
        awaitRequests(exchange, 2);
        Mono<ServerTime> second = client.exchange(SIGNED_ORDER_CALL).cache();
        second.subscribe();
        awaitRequests(exchange, 3);
        first.dispose();

        exchange.settle();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(second.block(PATIENCE)).isNotNull();
        assertThat(exchange.requests(TIME)).hasSize(ClockSync.QUESTIONS);
    }

    @Test
    void aFailedQuestionIsTold() {
        exchange.inject(Fault.resetBeforeAnswer().on(TIME));

        StepVerifier.create(client.syncClock()).verifyError(ConnectionLostException.class);
    }
}
