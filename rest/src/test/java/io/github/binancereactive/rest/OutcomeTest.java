/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TooManyInFlightException;
import io.github.binancereactive.core.error.TransientException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

class OutcomeTest {

    private static final Validity VALIDITY = new Validity(Instant.EPOCH, Duration.ofSeconds(5));
    private static final Outcome QUERY = new Outcome(Call.of(GeneralEndpoints.TIME), true, null);
    private static final Outcome ORDER = new Outcome(SimulatedRest.PLACE_CALL, true, VALIDITY);
    private static final Outcome UNSENT_ORDER = new Outcome(SimulatedRest.PLACE_CALL, false, null);
    private final IOException lost = new IOException("Connection reset by peer");

    @Test
    void aLostConnectionLeavesTheOutcomeOfASentOrderOpen() {
        assertThat(QUERY.after(lost, 1))
                .isInstanceOf(ConnectionLostException.class)
                .hasCause(lost);
        assertUnknown(ORDER.after(lost, 1), "order.place: outcome unknown, the connection was lost");
        assertThat(UNSENT_ORDER.after(new ConnectException("refused"), 1))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessage("order.place: no connection");
    }

    @Test
    void aPassedDeadlineLeavesTheOutcomeOfASentOrderOpen() {
        Duration deadline = Duration.ofSeconds(10);
        assertThat(QUERY.afterDeadline(deadline))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("time: no answer within PT10S");
        assertThat(UNSENT_ORDER.afterDeadline(deadline))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("order.place: could not be sent within PT10S");
        assertUnknown(ORDER.afterDeadline(deadline), "order.place: outcome unknown, no answer within PT10S");
    }

    @Test
    void aNeglectedAnswerLeavesTheOutcomeOfASentOrderOpen() {
        Duration deadline = Duration.ofSeconds(10);
        assertThat(QUERY.afterNeglect(deadline))
                .isInstanceOf(TransientException.class)
                .hasMessage("time: no more of the answer was asked for within PT10S");
        assertUnknown(
                ORDER.afterNeglect(deadline),
                "order.place: outcome unknown, no more of the answer was asked for within PT10S");
    }

    @Test
    void whatTheBudgetRefusedStaysAsItIs() {
        BudgetExceededException refused = new BudgetExceededException("order.place", "no room", null);
        assertThat(UNSENT_ORDER.after(refused, 1)).isSameAs(refused);
    }

    @Test
    void aClosedClientLeavesTheOutcomeOfASentOrderOpen() {
        assertThat(QUERY.closed()).isInstanceOf(ClientClosedException.class);
        assertThat(UNSENT_ORDER.closed()).isInstanceOf(ClientClosedException.class);
        assertUnknown(ORDER.closed(), "order.place: outcome unknown, the client was closed");
        assertThat(QUERY.after(new PoolShutdownException(), 1)).isInstanceOf(ClientClosedException.class);
        assertThat(QUERY.after(new RejectedExecutionException(), 1)).isInstanceOf(ClientClosedException.class);
    }

    @Test
    void anAnswerThatCannotBeReadLeavesTheOutcomeOfAnOrderOpen() {
        BadAnswer garbage = BadAnswer.unreadable("the answer could not be decoded", null);
        assertThat(QUERY.after(garbage, 1))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("time: the answer could not be decoded");
        assertUnknown(ORDER.after(garbage, 1), "order.place: outcome unknown, the answer could not be decoded");
    }

    @Test
    void aFullPoolIsTheClientsOwnLimit() {
        assertThat(UNSENT_ORDER.after(new PoolAcquirePendingLimitException(20), 10))
                .isInstanceOf(TooManyInFlightException.class)
                .hasMessageContaining("30 requests");
    }

    @Test
    void refusalsAreRefusals() {
        BadAnswer refused = BadAnswer.failed(new Failure(400, -1121, "Invalid symbol.", null));
        assertThat(ORDER.after(refused, 1)).isInstanceOfSatisfying(RejectedException.class, e -> {
            assertThat(e.code()).isEqualTo(-1121);
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.reason()).isEqualTo("Invalid symbol.");
        });
    }

    @Test
    void limitsSayUntilWhen() {
        Instant until = Instant.parse("2026-01-01T00:00:07Z");
        assertThat(ORDER.after(BadAnswer.failed(new Failure(418, -1003, "", until)), 1))
                .isInstanceOfSatisfying(RateLimitedException.class, e -> {
                    assertThat(e.banned()).isTrue();
                    assertThat(e.retryAfter()).contains(until);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void serverErrorsLeaveTheOutcomeOfAnOrderOpen(int status) {
        BadAnswer failed = BadAnswer.failed(new Failure(status, 0, "", null));
        assertThat(QUERY.after(failed, 1)).isInstanceOf(TransientException.class);
        assertThat(ORDER.after(failed, 1)).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aLostBodyLeavesTheOutcomeOfAnOrderOpenUnlessTheStatusSaysAll() {
        assertThat(ORDER.after(cutShort(400), 1)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(ORDER.after(cutShort(409), 1)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(ORDER.after(cutShort(503), 1)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(ORDER.after(cutShort(429), 1)).isInstanceOf(RateLimitedException.class);
        assertThat(ORDER.after(cutShort(403), 1)).isInstanceOf(TransientException.class);
        assertThat(QUERY.after(cutShort(400), 1)).isInstanceOf(RejectedException.class);
    }

    @Test
    void causesThatQuoteTheWireAreLeftOut() {
        assertThat(QUERY.after(new IllegalArgumentException("invalid version format: SECRET"), 1))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("time: unexpected IllegalArgumentException")
                .hasNoCause();
        assertThat(QUERY.after(new NotSslRecordException("not an SSL/TLS record: 48545450"), 1))
                .hasNoCause();
        assertThat(QUERY.after(new DecoderException(new NotSslRecordException("not an SSL/TLS record: 48")), 1))
                .hasNoCause();
    }

    private BadAnswer cutShort(int status) {
        return BadAnswer.cutShort(new Failure(status, 0, "", null), lost);
    }

    private static void assertUnknown(BinanceException actual, String message) {
        assertThat(actual).hasMessage(message).isInstanceOfSatisfying(OutcomeUnknownException.class, e -> {
            assertThat(e.clientOrderId()).contains(SimulatedRest.ORDER_ID);
            assertThat(e.symbol()).contains("CANARY");
            assertThat(e.latestAcceptance()).contains(VALIDITY.until());
        });
    }
}
