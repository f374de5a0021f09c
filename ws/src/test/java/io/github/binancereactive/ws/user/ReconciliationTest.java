/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.trade.OrderResult;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.user.AccountPosition;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.ws.api.FakeRequest;
import io.github.binancereactive.ws.api.TestKey;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.user.UserDataSignal.Event;
import io.github.binancereactive.ws.user.UserDataSignal.Gap;
import io.github.binancereactive.ws.user.UserDataSignal.Interrupted;
import io.github.binancereactive.ws.user.UserDataSignal.NotReconciled;
import io.github.binancereactive.ws.user.UserDataSignal.Reconciled;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** What the exchange is asked after a gap, and what becomes of the events meanwhile. */
class ReconciliationTest extends UserDataTestCase {

    private static final String TOO_MUCH = "{\"code\":-1003,\"msg\":\"Too much request weight used.\"}";
    private static final int ACCOUNTS = 30;

    private Listener<UserDataSignal> reconciling() {
        Listener<UserDataSignal> listener = reconcilingUnanswered();
        held().thenRespond("[]");
        return listener;
    }

    /** It has asked for open orders. */
    private Listener<UserDataSignal> reconcilingUnanswered() {
        holdBack("openOrders.status");
        holdBack("order.status");
        holdBack("account.status");
        return Listener.of(userData().withReconciliation().signals());
    }

    private void report(
            int connection, String type, String status, long orderId, long execution, String filled, long at) {
        exchange.connection(connection).send(frame(0, Reports.json(type, status, orderId, execution, filled, at)));
    }

    private void loseConnection() {
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
    }

    private static List<Long> executions(Listener<UserDataSignal> listener) {
        return listener.values().stream()
                .filter(signal -> signal instanceof Event event && event.event() instanceof ExecutionReport)
                .map(signal -> ((ExecutionReport) ((Event) signal).event()).executionId())
                .toList();
    }

    @Test
    void whatWasMissedIsAskedForBeforeEventsGoOn() {
        Listener<UserDataSignal> listener = reconciling();
        report(1, "NEW", "NEW", 1, 11, "0", 1);
        report(1, "NEW", "NEW", 2, 12, "0", 2);
        report(1, "NEW", "NEW", 3, 13, "0", 3);
        loseConnection();
        report(2, "NEW", "NEW", 4, 20, "0", 400);
        assertThat(executions(listener)).containsExactly(11L, 12L, 13L);
        FakeRequest open = held();
        FakeRequest account = held();
        open.thenRespond("[" + Reports.order(1, "NEW", "0", 1) + "," + Reports.order(2, "PARTIALLY_FILLED", "3", 100)
                + "," + Reports.order(5, "NEW", "0", 101) + "]");
        account.thenRespond(Reports.account(150));
        FakeRequest ended = held();
        assertThat(ended.param("orderId")).isEqualTo("3");
        assertThat(ended.param("apiKey")).isEqualTo("key-a");
        report(2, "TRADE", "FILLED", 5, 21, "10", 500);
        assertThat(executions(listener)).hasSize(3);
        ended.thenRespond(Reports.order(3, "FILLED", "10", 102));

        assertThat(executions(listener)).containsExactly(11L, 12L, 13L, 20L, 21L);
        assertThat(listener.kinds())
                .containsExactly(Subscribed.class, Interrupted.class, Gap.class, Subscribed.class, Reconciled.class);
        Reconciled reconciled = (Reconciled) listener.others().get(4);
        assertThat(reconciled.gap()).isEqualTo(listener.others().get(2));
        assertThat(reconciled.orders()).extracting(Order::orderId).containsExactly(2L, 5L, 3L);
        assertThat(reconciled.account().balances()).hasSize(1);
        int told = listener.values().indexOf(reconciled);
        assertThat(listener.values().subList(told + 1, listener.values().size()))
                .hasSize(2);
        report(2, "TRADE", "FILLED", 4, 22, "10", 600);
        assertThat(executions(listener)).endsWith(22L);
    }

    @Test
    void eventsThatSayNothingNewAreLeftOutButForFills() {
        Listener<UserDataSignal> listener = reconciling();
        loseConnection();
        report(2, "NEW", "NEW", 4, 20, "0", 400);
        report(2, "TRADE", "PARTIALLY_FILLED", 4, 21, "3", 401);
        exchange.connection(2)
                .send(
                        frame(0, "{\"e\":\"outboundAccountPosition\",\"E\":86400401,\"u\":86400401,\"B\":[]}"),
                        frame(0, "{\"e\":\"outboundAccountPosition\",\"E\":86400501,\"u\":86400501,\"B\":[]}"));
        held().thenRespond("[" + Reports.order(4, "PARTIALLY_FILLED", "5", 450) + "]");
        held().thenRespond(Reports.account(450));
        assertThat(executions(listener)).containsExactly(21L);
        assertThat(listener.values())
                .filteredOn(signal -> signal instanceof Event event && event.event() instanceof AccountPosition)
                .hasSize(1);
    }

    @Test
    void aRefusalIsToldAndEventsGoOn() {
        Listener<UserDataSignal> listener = reconciling();
        loseConnection();
        deposit(2, 0, 1);
        held().thenFail(400, "{\"code\":-1100,\"msg\":\"Illegal.\"}");
        deposit(2, 0, 2);
        assertThat(listener.numbers()).containsExactly(1, 2);
        assertThat(listener.others().get(4))
                .isInstanceOfSatisfying(
                        NotReconciled.class, told -> assertThat(told.cause()).isNotNull());
    }

    @Test
    void lostAgainMeanwhileItBeginsAnew() {
        Listener<UserDataSignal> listener = reconciling();
        loseConnection();
        deposit(2, 0, 1);
        held();
        held();
        loseConnection();
        held().thenRespond("[]");
        held().thenRespond(Reports.account(1));
        deposit(3, 0, 2);
        assertThat(listener.numbers()).containsExactly(1, 2);
        assertThat(listener.kinds())
                .containsExactly(
                        Subscribed.class,
                        Interrupted.class,
                        Gap.class,
                        Subscribed.class,
                        NotReconciled.class,
                        Interrupted.class,
                        Gap.class,
                        Subscribed.class,
                        Reconciled.class);
    }

    @Test
    void anOrderThatTheExchangeDoesNotKnowAnyMoreIsNotAskedForAgain() {
        Listener<UserDataSignal> listener = reconciling();
        report(1, "NEW", "NEW", 1, 11, "0", 1);
        loseConnection();
        held().thenRespond("[]");
        held().thenRespond(Reports.account(1));
        held().thenFail(400, "{\"code\":-2013,\"msg\":\"Order does not exist.\"}");
        loseConnection();
        held().thenRespond("[]");
        held().thenRespond(Reports.account(1));
        assertNoneHeld();
        assertThat(listener.kinds())
                .filteredOn(kind -> kind == Reconciled.class)
                .hasSize(2);
    }

    @Test
    void anOrderThatCouldNotBeAskedForIsNotPassedOver() {
        Listener<UserDataSignal> listener = reconciling();
        report(1, "NEW", "NEW", 1, 11, "0", 1);
        loseConnection();
        held().thenRespond("[]");
        held().thenRespond(Reports.account(1));
        held().thenFail(401, "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}");
        assertThat(listener.kinds()).endsWith(NotReconciled.class);
    }

    @Test
    void anOrderFromBeforeTheSubscriptionIsFound() {
        Listener<UserDataSignal> listener = reconcilingUnanswered();
        held().thenRespond("[" + Reports.order(7, "NEW", "0", 1) + "," + Reports.order(8, "NEW", "0", 1) + "]");
        loseConnection();
        held().thenRespond("[" + Reports.order(8, "NEW", "0", 1) + "]");
        held().thenRespond(Reports.account(1));
        held().thenRespond(Reports.order(7, "FILLED", "10", 102));
        Reconciled reconciled = (Reconciled) listener.others().get(4);
        assertThat(reconciled.orders()).extracting(Order::orderId).containsExactly(7L);
    }

    @Test
    void whoWantsReconciliationLaterHasOpenOrdersAskedForThen() {
        Listener<UserDataSignal> before = listen();
        holdBack("openOrders.status");
        Listener<UserDataSignal> listener =
                Listener.of(userData().withReconciliation().signals());
        held().thenRespond("[" + Reports.order(7, "NEW", "0", 1) + "]");
        Listener.of(userData().withReconciliation().signals());
        assertNoneHeld();
        assertThat(before.kinds()).containsExactly(Subscribed.class);
        assertThat(listener.kinds()).containsExactly(Subscribed.class);
    }

    @Test
    void openOrdersThatCouldNotBeAskedForAreAskedForAgain() {
        reconcilingUnanswered();
        held().thenFail(429, "{\"code\":-1003,\"msg\":\"Too much request weight used.\"}");
        assertNoneHeld();
        pass(Duration.ofSeconds(3));
        held().thenRespond("[]");
        assertNoneHeld();
    }

    @Test
    void aPlannedRotationAsksNothing() {
        Listener<UserDataSignal> listener = reconciling();
        answerPings(1);
        rotate();
        pass(OVERLAP);
        assertNoneHeld();
        assertThat(listener.kinds()).containsExactly(Subscribed.class, Subscribed.class);
    }

    @Test
    void tooManyEventsMeanwhileAreHandedOnAsTheyAre() {
        holdBack("openOrders.status");
        holdBack("account.status");
        Listener<UserDataSignal> listener =
                Listener.of(userData().withBuffer(100_000).withReconciliation().signals());
        held().thenRespond("[]");
        loseConnection();
        for (int i = 0; i < 9000; i++) {
            deposit(2, 0, i);
        }
        assertThat(listener.numbers()).hasSize(9000).isSorted();
        assertThat(listener.kinds()).endsWith(NotReconciled.class);
    }

    @Test
    void whatPassesIsAskedAgainAndHoldsNoEventsUp() {
        Listener<UserDataSignal> listener = reconciling();
        report(1, "NEW", "NEW", 1, 11, "0", 1);
        loseConnection();
        report(2, "NEW", "NEW", 2, 20, "0", 400);
        held().thenFail(429, TOO_MUCH);
        held().thenRespond(Reports.account(1));
        assertThat(executions(listener)).containsExactly(11L, 20L);
        report(2, "NEW", "NEW", 3, 21, "0", 401);
        assertThat(executions(listener)).containsExactly(11L, 20L, 21L);
        pass(Duration.ofSeconds(1));
        held().thenRespond("[" + Reports.order(2, "NEW", "0", 400) + "," + Reports.order(3, "NEW", "0", 401) + "]");
        report(2, "NEW", "NEW", 4, 22, "0", 500);
        assertThat(executions(listener)).hasSize(3);
        held().thenRespond(Reports.account(1));
        held().thenRespond(Reports.order(1, "FILLED", "10", 102));
        assertNoneHeld();
        assertThat(executions(listener)).containsExactly(11L, 20L, 21L, 22L);
        Reconciled reconciled = (Reconciled) listener.others().get(4);
        assertThat(reconciled.orders()).extracting(Order::orderId).containsExactly(1L);
    }

    @Test
    void anOrderThatCannotBeAskedForNowHasAllAskedForAgain() {
        Listener<UserDataSignal> listener = reconciling();
        report(1, "NEW", "NEW", 1, 11, "0", 1);
        loseConnection();
        held().thenRespond("[]");
        held().thenRespond(Reports.account(1));
        held().thenFail(429, TOO_MUCH);
        assertNoneHeld();
        pass(Duration.ofSeconds(1));
        held().thenRespond("[]");
        held().thenRespond(Reports.account(1));
        held().thenRespond(Reports.order(1, "FILLED", "10", 102));
        assertThat(listener.kinds()).endsWith(Reconciled.class);
    }

    @Test
    void anOrderThatEventsHaveToldOfSinceIsNotAskedFor() {
        Listener<UserDataSignal> listener = reconciling();
        report(1, "NEW", "NEW", 1, 11, "0", 1);
        report(1, "NEW", "NEW", 2, 12, "0", 2);
        loseConnection();
        held().thenFail(429, TOO_MUCH);
        held().thenRespond(Reports.account(1));
        report(2, "NEW", "NEW", 3, 20, "0", 400);
        report(2, "TRADE", "PARTIALLY_FILLED", 2, 21, "1", 401);
        pass(Duration.ofSeconds(1));
        held().thenRespond("[]"); // it lags behind
        held().thenRespond(Reports.account(1));
        assertThat(held().param("orderId")).isEqualTo("1");
        assertNoneHeld();
        assertThat(executions(listener)).hasSize(4);
    }

    @Test
    void accountsAskAFewAtATime() {
        holdBack("openOrders.status");
        List<Listener<UserDataSignal>> listeners = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> Listener.of(userData()
                        .account(TestKey.hmac("account-" + i).credentials())
                        .withReconciliation()
                        .signals()))
                .toList();
        for (int i = 0; i < ACCOUNTS; i++) {
            assertThat(requests("openOrders.status")).hasSize(Math.min(i + 4, ACCOUNTS));
            held().thenRespond("[]");
        }
        holdBack("account.status");
        loseConnection();
        for (int i = 0; i < ACCOUNTS; i++) {
            assertThat(requests("account.status")).hasSize(Math.min(i + 4, ACCOUNTS));
            deposit(2, ACCOUNTS - 1, i);
            held().thenRespond("[]");
            held().thenRespond(Reports.account(1));
        }
        assertNoneHeld();
        assertThat(listeners)
                .allSatisfy(listener -> assertThat(listener.kinds()).endsWith(Reconciled.class));
        List<UserDataSignal> last = listeners.get(ACCOUNTS - 1).values();
        assertThat(last.indexOf(listeners.get(ACCOUNTS - 1).others().get(4)))
                .as("those that come while others are asked for don't wait")
                .isEqualTo(ACCOUNTS);
    }

    @Test
    void thoseThatHaveLeftLoseTheirTurn() {
        holdBack("openOrders.status");
        List<Listener<UserDataSignal>> listeners = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> Listener.of(userData()
                        .account(TestKey.hmac("account-" + i).credentials())
                        .withReconciliation()
                        .signals()))
                .toList();
        for (int i = ACCOUNTS - 2; i > 0; i--) {
            listeners.get(i).cancel(); // those that wait first
        }
        pass(GRACE);
        assertThat(requests("openOrders.status")).hasSize(5);
        assertThat(client().statistics().inFlight()).isEqualTo(2);
    }

    @Test
    void cancelledMeanwhileNothingIsLeft() {
        Listener<UserDataSignal> listener = reconciling();
        loseConnection();
        listener.cancel();
        pass(Duration.ofSeconds(2));
        assertThat(client().statistics().inFlight()).isZero();
    }

    // --- orders ---

    @Test
    void ordersAreFoldedFromEventsReconciliationsAndAnswers() {
        holdBack("openOrders.status");
        holdBack("order.status");
        holdBack("account.status");
        Sinks.Many<OrderResult> answers = Sinks.many().unicast().onBackpressureBuffer();
        Listener<OrderState> orders =
                Listener.of(userData().withReconciliation().orders(answers.asFlux()));
        held().thenRespond("[]");
        report(1, "NEW", "NEW", 1, 11, "0", 1);
        report(1, "TRADE", "PARTIALLY_FILLED", 1, 12, "1", 2);
        report(1, "NEW", "NEW", 1, 11, "0", 1);
        loseConnection();
        held().thenRespond("[]");
        held().thenRespond(Reports.account(100));
        held().thenRespond(Reports.order(1, "FILLED", "10", 102));
        report(2, "TRADE", "PARTIALLY_FILLED", 1, 13, "2", 50);
        answers.tryEmitComplete();
        report(2, "NEW", "NEW", 2, 30, "0", 200);
        assertThat(orders.values())
                .extracting(OrderState::status)
                .containsExactly(OrderStatus.NEW, OrderStatus.PARTIALLY_FILLED, OrderStatus.FILLED, OrderStatus.NEW);
        client().dispose();
        assertThat(orders.isComplete()).isTrue();
    }
}
