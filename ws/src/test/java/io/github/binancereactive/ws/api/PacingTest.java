/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.limit.AccountKey;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.Cost;
import io.github.binancereactive.core.limit.Usage;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;

/** Requests ask the budget before they are sent, and tell it what became of them. */
class PacingTest extends WebSocketApiTestCase {

    private static final String LIMITED =
            "{\"code\":-1003,\"msg\":\"Too much request weight used\",\"data\":{\"retryAfter\":5000}}";

    private final Credentials credentials = TestKey.hmac("key-a").credentials();
    private final ScriptedBudget budget = new ScriptedBudget();

    PacingTest() {
        options = options.withCredentials(credentials).withBudget(budget);
    }

    @AfterEach
    void everyPermitIsSettled() {
        client().dispose();
        budget.assertAllSettled();
    }

    @Test
    void eachRequestCostsWhatTheCatalogueSays() {
        askTime();
        placeSigned("mine-1");
        query();
        AccountKey account = AccountKey.of("key-a");
        assertThat(budget.permits())
                .extracting(ScriptedBudget.TestPermit::cost)
                .containsExactly(
                        new Cost(1, 1, 0, 0, null), new Cost(1, 1, 1, 0, account), new Cost(4, 1, 0, 0, account));
        exchange.expectRequests(3);
    }

    @Test
    void aViewsOrdersCountForItsOwnAccount() {
        Recorder.of(client().as(TestKey.hmac("key-b").credentials()).exchange(TestOrder.placeSigned("mine")));
        assertThat(budget.permits().get(0).cost().account()).isEqualTo(AccountKey.of("key-b"));
    }

    @Test
    void connectionsAreTakenFromTheBudget() {
        connected();
        assertThat(budget.connectionWeights()).containsExactly(2);
    }

    @Test
    void aRequestWaitsForItsTurn() {
        budget.isFull();
        Recorder<ServerTime> first = askTime();
        Recorder<ServerTime> second = askTime();
        exchange.expectNoRequest();
        assertThat(statistics().inFlight()).isEqualTo(2);
        budget.grantNext();
        exchange.expectRequest("time").thenRespond(FakeRequest.RESULT);
        first.value();
        second.assertNothing();
        budget.grantNext();
        exchange.expectRequest("time").thenRespond(FakeRequest.RESULT);
        second.value();
        assertThat(budget.settlements()).containsExactly("answered", "answered");
    }

    @Test
    void orFailsAtOnce() {
        options = options.withBudgetPolicy(BudgetPolicy.FAIL_FAST);
        budget.isFull();
        placeSigned("mine-1").assertError(BudgetExceededException.class).hasMessageContaining("order.place");
        exchange.expectNoRequest();
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void theDeadlineCoversTheWait() {
        budget.isFull();
        Recorder<TestOrder> placed = placeSigned("mine-1");
        pass(DEADLINE.plusMillis(100));
        placed.assertError(DeadlineExceededException.class).hasMessageContaining("could not be sent");
        assertThat(budget.waiting()).isZero();
    }

    @Test
    void cancelGivesThePlaceBack() {
        budget.isFull();
        Recorder<TestOrder> placed = placeSigned("mine-1");
        placed.cancel();
        assertThat(budget.waiting()).isZero();
        budget.hasRoom();
        exchange.expectNoRequest();
        assertThat(budget.permits()).isEmpty();
    }

    @Test
    void cancelBeforeTheWriteGivesThePermitBack() {
        connected();
        exchange.connection().congest();
        placeSigned("mine-1").cancel();
        assertThat(budget.settlements()).containsExactly("not sent");
    }

    @Test
    void cancelAfterTheWriteDoesNot() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        FakeRequest request = exchange.expectRequest("order.place");
        placed.cancel();
        assertThat(budget.settlements()).containsExactly("lost");
        request.thenRespond(TestOrder.RESULT);
    }

    @Test
    void closingGivesBackWhatWasNotSent() {
        connected();
        Recorder<TestOrder> written = placeSigned("mine-1");
        exchange.connection().congest();
        Recorder<TestOrder> queued = placeSigned("mine-2");
        budget.isFull();
        Recorder<TestOrder> waiting = placeSigned("mine-3");
        client().dispose();
        written.assertError(OutcomeUnknownException.class);
        queued.assertError(ClientClosedException.class);
        waiting.assertError(ClientClosedException.class);
        assertThat(budget.settlements()).containsExactly("lost", "not sent");
    }

    @Test
    void afterTheEndNothingWaitsForTheBudget() {
        budget.isFull();
        client().dispose();
        askTime().assertError(ClientClosedException.class);
    }

    @Test
    void eachRepeatCostsAnew() {
        Recorder<TestOrder> asked = query();
        exchange.expectRequest("order.status");
        exchange.connection().fail(SocketClose.lost(null));
        assertThat(budget.settlements()).containsExactly("lost", null);
        pass(BACKOFF);
        exchange.expectRequest("order.status").thenRespond(TestOrder.RESULT);
        asked.value();
        assertThat(budget.settlements()).containsExactly("lost", "answered");
    }

    @Test
    void aRepeatWaitsForItsTurnToo() {
        Recorder<TestOrder> asked = query();
        exchange.expectRequest("order.status");
        budget.isFull();
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        exchange.expectNoRequest();
        budget.hasRoom();
        exchange.expectRequest("order.status").thenRespond(TestOrder.RESULT);
        asked.value();
    }

    @Test
    void aRepeatForTheClockCostsAnew() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        exchange.expectRequest("order.place").thenFail(400, "{\"code\":-1021,\"msg\":\"?\"}");
        exchange.expectRequest("time").thenRespond(FakeRequest.RESULT);
        exchange.expectRequest("order.place").thenRespond(TestOrder.RESULT);
        placed.value();
        assertThat(budget.settlements()).containsExactly("answered", "answered", "answered");
    }

    @Test
    void whatWaitsForASocketKeepsItsPermit() {
        exchange.keepWaiting();
        Recorder<ServerTime> asked = askTime();
        assertThat(budget.settlements()).containsExactly((String) null);
        exchange.open();
        exchange.expectRequest("time").thenRespond(FakeRequest.RESULT);
        asked.value();
    }

    @Test
    void answersReportWhatIsUsed() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        String report =
                "[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,\"limit\":50,\"count\":12}]";
        FakeRequest request = exchange.expectRequest("order.place");
        request.connection().send(request.answer(TestOrder.RESULT).replace("[]", report));
        placed.value();
        assertThat(budget.permits().get(0).report())
                .containsExactly(new Usage(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 12, 50));
    }

    @Test
    void refusalsReportToo() {
        placeSigned("mine-1");
        FakeRequest request = exchange.expectRequest("order.place");
        String refusal = request.refusal(400, "{\"code\":-2010,\"msg\":\"no\"}");
        request.connection()
                .send(refusal.replaceAll(
                        "}$",
                        ",\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\","
                                + "\"intervalNum\":1,\"limit\":6000,\"count\":7}]}"));
        assertThat(budget.permits().get(0).report())
                .containsExactly(new Usage(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 7, 6000));
    }

    @Test
    void tooManyRequestsCloseTheGate() {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time").thenFail(429, LIMITED);
        asked.assertError(RateLimitedException.class);
        Recorder<ServerTime> banned = askTime();
        exchange.expectRequest("time").thenFail(418, "null");
        banned.assertError(RateLimitedException.class);
        assertThat(budget.closed()).containsExactly("all until 1970-01-01T00:00:05Z", "all until null");
        assertThat(budget.settlements()).containsExactly("answered", "answered");
    }

    @Test
    void soDoesAnAnswerThatNobodyWaitsFor() {
        Recorder<ServerTime> asked = askTime();
        FakeRequest request = exchange.expectRequest("time");
        asked.cancel();
        request.thenFail(429, LIMITED);
        exchange.send("{\"id\":null,\"status\":418,\"error\":" + LIMITED + "}");
        assertThat(budget.closed()).containsExactly("all until 1970-01-01T00:00:05Z", "all until 1970-01-01T00:00:05Z");
    }

    @Test
    void tooManyOrdersCloseTheGateForOrders() {
        placeSigned("mine-1");
        exchange.expectRequest("order.place")
                .thenFail(429, "{\"code\":-1015,\"msg\":\"Too many new orders\",\"data\":{\"retryAfter\":7000}}");
        assertThat(budget.closed()).containsExactly("orders until 1970-01-01T00:00:07Z");
    }

    @Test
    void anUpgradeThatIsRefusedForTheRateClosesTheGate() {
        pass(Duration.ofSeconds(3));
        exchange.keepWaiting();
        client().session().start();
        exchange.connection().fail(SocketClose.refused(429, Duration.ofSeconds(2)));
        assertThat(budget.closed()).containsExactly("all until 1970-01-01T00:00:05Z");
        pass(Duration.ofSeconds(2));
        exchange.connection().fail(SocketClose.refused(503, Duration.ofSeconds(2)));
        pass(Duration.ofSeconds(2));
        exchange.connection().fail(SocketClose.refused(418, null));
        assertThat(budget.closed()).containsExactly("all until 1970-01-01T00:00:05Z", "all until null");
    }

    @Test
    void exchangeInfoTeachesLimits() {
        Recorder.of(client().exchange(Call.of(GeneralEndpoints.EXCHANGE_INFO)));
        exchange.expectRequest("exchangeInfo")
                .thenRespond(
                        "{\"timezone\":\"UTC\",\"serverTime\":1,\"rateLimits\":[{\"rateLimitType\":\"ORDERS\","
                                + "\"interval\":\"DAY\",\"intervalNum\":1,\"limit\":7}],\"exchangeFilters\":[],\"symbols\":[]}");
        assertThat(budget.learned()).hasSize(1);
        assertThat(budget.learned().get(0).limit()).isEqualTo(7);
    }

    @Test
    void aLogonIsPaidForAsWell() {
        options = options.withCredentials(TestKey.ed25519("key-e").credentials());
        client().session().start();
        exchange.expectRequest("session.logon");
        assertThat(budget.permits().get(0).cost()).isEqualTo(new Cost(2, 1, 0, 0, AccountKey.of("key-e")));
    }

    @Test
    void grantAndCancelMeet() {
        connected();
        for (int i = 0; i < 1000; i++) {
            budget.isFull();
            Recorder<ServerTime> asked = askTime();
            RaceTestUtils.race(budget::hasRoom, asked::cancel);
            asked.assertNothing();
            FakeRequest request = exchange.poll();
            if (request != null) {
                request.thenRespond(FakeRequest.RESULT);
            }
            assertThat(statistics().inFlight()).isZero();
            budget.assertAllSettled();
        }
    }

    @Test
    void grantAndDeadlineMeet() {
        connected();
        for (int i = 0; i < 500; i++) {
            budget.isFull();
            Recorder<ServerTime> asked = askTime();
            RaceTestUtils.race(budget::hasRoom, () -> pass(DEADLINE.plusMillis(100)));
            FakeRequest request = exchange.poll();
            if (request != null) {
                request.thenRespond(FakeRequest.RESULT);
            }
            assertThat(asked.ends()).isEqualTo(1);
            budget.assertAllSettled();
            exchange.connection().trickle();
        }
    }
}
