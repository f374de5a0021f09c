/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** One host and one thing going wrong: the branch of exception, for a query and for an order, and how often each is sent. */
class FaultsIT extends SimulatedRest {

    private static final Class<?> UNKNOWN = OutcomeUnknownException.class;

    private final ExchangeSimulator exchange = simulator();
    // What limits do to later requests is the matter of BudgetIT.
    private final BinanceRestClient client = client(exchange).withBudget(RequestBudget.unlimited());

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.resetBeforeAnswer(), ConnectionLostException.class, UNKNOWN),
                Arguments.of(Fault.resetAfterAnswer(), ConnectionLostException.class, UNKNOWN),
                Arguments.of(Fault.close(1001, ""), ConnectionLostException.class, UNKNOWN),
                Arguments.of(Fault.truncatedFrame(), ConnectionLostException.class, UNKNOWN),
                Arguments.of(Fault.garbage(), ProtocolException.class, UNKNOWN),
                Arguments.of(Fault.garbage(""), ProtocolException.class, UNKNOWN),
                Arguments.of(Fault.garbage("[]"), ProtocolException.class, UNKNOWN),
                Arguments.of(Fault.garbage("{\"serverTime\":"), ProtocolException.class, UNKNOWN),
                Arguments.of(Fault.wrongContentType("text/html"), ProtocolException.class, UNKNOWN),
                Arguments.of(Fault.redirect("https://canary.example/"), ProtocolException.class, UNKNOWN),
                Arguments.of(Fault.status(500, ""), TransientException.class, UNKNOWN),
                Arguments.of(Fault.status(502, "<html>canary</html>"), TransientException.class, UNKNOWN),
                Arguments.of(Fault.status(503, "x".repeat(100_000)), TransientException.class, UNKNOWN),
                Arguments.of(Fault.timeout(), TransientException.class, UNKNOWN),
                Arguments.of(Fault.error(400, -1006, ""), TransientException.class, UNKNOWN),
                Arguments.of(Fault.html403(), TransientException.class, TransientException.class),
                Arguments.of(
                        Fault.rateLimited(Duration.ofSeconds(5)),
                        RateLimitedException.class,
                        RateLimitedException.class),
                Arguments.of(
                        Fault.banned(Duration.ofSeconds(5)), RateLimitedException.class, RateLimitedException.class),
                Arguments.of(Fault.error(400, -1121, "no"), RejectedException.class, RejectedException.class),
                Arguments.of(Fault.status(404, "canary"), RejectedException.class, RejectedException.class),
                Arguments.of(Fault.status(400, "x".repeat(100_000)), RejectedException.class, RejectedException.class));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aQueryEndsInItsBranch(Fault fault, Class<?> branch, Class<?> branchOfOrder) {
        exchange.inject(fault);
        BinanceException error = failure(client.exchange(QUERY_CALL));

        assertThat(error).isInstanceOf(branch);
        assertThat(error.endpoint()).isEqualTo("query");
        assertSaysNothing(error);
        assertThat(exchange.requests()).hasSize(1);
        assertThat(client.exchange(QUERY_CALL).block(PATIENCE)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anOrderIsSentOnceAndItsOutcomeIsNeverGuessed(Fault fault, Class<?> branch, Class<?> branchOfOrder) {
        ExchangeSimulator other = simulator();
        exchange.inject(fault);
        BinanceException error = failure(client(exchange, other).exchange(PLACE_CALL));

        assertThat(error).isInstanceOf(branchOfOrder);
        if (error instanceof OutcomeUnknownException unknown) {
            assertThat(unknown.clientOrderId()).contains(ORDER_ID);
        }
        assertSaysNothing(error);
        assertThat(exchange.requests()).hasSize(1);
        assertThat(other.requests()).isEmpty();
    }

    static Stream<Fault> silences() {
        return Stream.of(Fault.drop(), Fault.halfOpen(), Fault.delay(Duration.ofHours(1)), Fault.slowDrip(1));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void aQueryWithoutAnswerEndsAtItsDeadline(Fault fault) {
        exchange.inject(fault);
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        BinanceRestClient impatient = client.withTimer(time).withRequestTimeout(Duration.ofSeconds(3));

        assertThat(afterDeadline(impatient.exchange(QUERY_CALL), time))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("query: no answer within PT3S");
    }

    @ParameterizedTest
    @MethodSource("silences")
    void anOrderWithoutAnswerEndsAtItsDeadlineWithItsOutcomeUnknown(Fault fault) {
        exchange.inject(fault);
        VirtualTimeScheduler time = VirtualTimeScheduler.create();

        assertThat(afterDeadline(client.withTimer(time).exchange(PLACE_CALL), time))
                .isInstanceOf(UNKNOWN)
                .hasMessage("order.place: outcome unknown, no answer within PT10S");
        assertThat(exchange.requests()).hasSize(1);
    }

    @Test
    void aDeadlineBeforeThereIsAConnectionSaysThatNothingWasSent() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        exchange.inject(Fault.drop());
        BinanceRestClient narrow = client.withMaxConnections(1);
        narrow.exchange(QUERY_CALL).onErrorComplete().subscribe();
        awaitRequests(exchange, 1);

        StepVerifier.create(narrow.withTimer(time).exchange(PLACE_CALL))
                .expectSubscription()
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DeadlineExceededException.class)
                        .hasMessage("order.place: could not be sent within PT10S"));
        assertThat(exchange.requests(PLACE)).isEmpty();
    }

    @Test
    void limitsTellUntilWhen() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        BinanceRestClient fixed = client.withClock(Clock.fixed(now, ZoneOffset.UTC));
        exchange.inject(Fault.rateLimited(Duration.ofSeconds(7)));
        exchange.inject(Fault.banned(Duration.ofHours(2)));

        assertLimited(failure(fixed.exchange(QUERY_CALL)), false, now.plusSeconds(7));
        assertLimited(failure(fixed.exchange(QUERY_CALL)), true, now.plusSeconds(7_200));
    }

    @Test
    void aRefusalCarriesTheWordsOfTheExchange() {
        exchange.inject(Fault.error(400, -1121, "Invalid symbol."));

        assertThat(failure(client.exchange(QUERY_CALL))).isInstanceOfSatisfying(RejectedException.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(-1121);
            assertThat(rejected.status()).isEqualTo(400);
            assertThat(rejected.reason()).isEqualTo("Invalid symbol.");
        });
    }

    @Test
    void eachSubscriberGetsAnExceptionOfItsOwnThatNamesTheCall() {
        exchange.inject(Fault.error(400, -1121, "Invalid symbol."), 2);
        Mono<ServerTime> query = client.exchange(QUERY_CALL);
        BinanceException first = failure(query);
        BinanceException second = failure(query);

        assertThat(first).isNotSameAs(second);
        assertThat(trace(first)).contains("query over REST");
        assertThat(trace(second)).containsOnlyOnce("query over REST");
    }

    private Throwable afterDeadline(Mono<?> request, VirtualTimeScheduler time) {
        AtomicReference<Throwable> error = new AtomicReference<>();
        request.subscribe(answer -> {}, error::set);
        awaitRequests(exchange, 1);
        assertThat(error).hasNullValue();
        time.advanceTimeBy(Duration.ofSeconds(10));
        return error.get();
    }

    private static void assertLimited(BinanceException error, boolean banned, Instant until) {
        assertThat(error).isInstanceOfSatisfying(RateLimitedException.class, limited -> {
            assertThat(limited.banned()).isEqualTo(banned);
            assertThat(limited.retryAfter()).contains(until);
        });
    }

    private static BinanceException failure(Mono<?> request) {
        try {
            throw new AssertionError("answered " + request.block(PATIENCE));
        } catch (BinanceException e) {
            return e;
        }
    }

    private static String trace(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static void assertSaysNothing(Throwable error) {
        assertThat(trace(error)).doesNotContainIgnoringCase("canary").doesNotContain("/api/v3", "http:", "https:");
    }
}
