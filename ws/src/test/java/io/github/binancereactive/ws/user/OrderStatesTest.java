/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.user.ExecutionReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever order the events of an order come in, and however often: it goes forward, and ends where it ended. */
class OrderStatesTest {

    /** One order from its beginning to some end; some events share a millisecond. */
    private static List<ExecutionReport> history(long orderId, Random random) {
        List<ExecutionReport> history = new ArrayList<>();
        long time = random.nextInt(5);
        long execution = 100 * orderId;
        int filled = 0;
        if (random.nextBoolean()) {
            history.add(Reports.report("NEW", "PENDING_NEW", orderId, ++execution, "0", time));
            time += random.nextInt(2);
        }
        history.add(Reports.report("NEW", "NEW", orderId, ++execution, "0", time));
        for (int fills = random.nextInt(4); fills > 0; fills--) {
            time += random.nextInt(2);
            filled += 1 + random.nextInt(2);
            history.add(
                    Reports.report("TRADE", "PARTIALLY_FILLED", orderId, ++execution, String.valueOf(filled), time));
            if (random.nextInt(4) == 0) {
                time += 1;
                history.add(Reports.report(
                        "REPLACED", "PARTIALLY_FILLED", orderId, ++execution, String.valueOf(filled), time));
            }
        }
        time += random.nextInt(2);
        switch (random.nextInt(4)) {
            case 0 -> history.add(Reports.report("TRADE", "FILLED", orderId, ++execution, "10", time));
            case 1 ->
                history.add(Reports.report("CANCELED", "CANCELED", orderId, ++execution, String.valueOf(filled), time));
            case 2 ->
                history.add(Reports.report("EXPIRED", "EXPIRED", orderId, ++execution, String.valueOf(filled), time));
            default -> {}
        }
        return history;
    }

    @Property(tries = 2000)
    void anyOrderAndAnyRepetitionEndsTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int orders) {
        Random random = new Random(seed);
        List<ExecutionReport> events = new ArrayList<>();
        OrderStates inOrder = new OrderStates();
        for (int order = 1; order <= orders; order++) {
            List<ExecutionReport> history = history(order, random);
            history.forEach(inOrder::accept);
            events.addAll(history);
        }
        List<ExecutionReport> mixed = new ArrayList<>(events);
        events.stream().filter(event -> random.nextBoolean()).forEach(mixed::add);
        Collections.shuffle(mixed, random);
        OrderStates states = new OrderStates();
        for (ExecutionReport event : mixed) {
            Optional<OrderState> before = states.order(event.symbol(), event.orderId());
            Optional<OrderState> change = states.accept(event);
            change.ifPresent(now -> before.ifPresent(was -> assertForward(was, now)));
        }

        for (int order = 1; order <= orders; order++) {
            assertThat(states.order("BTCUSDT", order)).isEqualTo(inOrder.order("BTCUSDT", order));
        }
        assertThat(states.open()).containsExactlyInAnyOrderElementsOf(inOrder.open());
    }

    private static void assertForward(OrderState was, OrderState now) {
        assertThat(was.isEnded()).isFalse();
        assertThat(now.executedQty()).isGreaterThanOrEqualTo(was.executedQty());
        assertThat(now.isLaterThan(was)).isTrue();
    }

    /** Even when what the exchange says doesn't fit together. */
    @Property(tries = 1000)
    void whateverComesNothingIsTakenBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
        Random random = new Random(seed);
        OrderStates states = new OrderStates();
        for (int i = 0; i < count; i++) {
            OrderStatus[] all = OrderStatus.values();
            String status = all[random.nextInt(all.length)].name();
            Optional<OrderState> before = states.order("BTCUSDT", 1);
            states.accept(Reports.report(
                    "NEW", status, 1, random.nextInt(20), String.valueOf(random.nextInt(10)), random.nextInt(5)));
            OrderState now = states.order("BTCUSDT", 1).orElseThrow();
            before.ifPresent(was -> {
                assertThat(now.executedQty()).isGreaterThanOrEqualTo(was.executedQty());
                assertThat(now.isEnded() || !was.isEnded()).isTrue();
            });
        }
    }

    @Example
    void aRepetitionIsNoChange() {
        OrderStates states = new OrderStates();
        ExecutionReport taken = Reports.report("NEW", "NEW", 1, 1, "0", 1);
        assertThat(states.accept(taken)).isPresent();
        assertThat(states.accept(taken)).isEmpty();
        assertThat(states.open()).hasSize(1);
        assertThat(states.accept(Reports.report("TRADE", "FILLED", 1, 2, "10", 1)))
                .hasValueSatisfying(state -> assertThat(state.isEnded()).isTrue());
        assertThat(states.accept(taken)).isEmpty();
        assertThat(states.open()).isEmpty();
    }

    @Example
    void anAmendmentWithinTheSameMillisecondIsAChange() {
        OrderStates states = new OrderStates();
        states.accept(Reports.report("NEW", "NEW", 1, 1, "0", 1));
        ExecutionReport amended =
                Reports.report(Reports.json("REPLACED", "NEW", 1, 2, "0", 1).replace("\"q\":\"10\"", "\"q\":\"7\""));
        assertThat(states.accept(amended))
                .hasValueSatisfying(state -> assertThat(state.origQty()).isEqualByComparingTo("7"));
        assertThat(states.accept(Reports.report("NEW", "NEW", 1, 1, "0", 1))).isEmpty();
        assertThat(states.order("BTCUSDT", 1).orElseThrow().origQty()).isEqualByComparingTo("7");
    }

    @Example
    void ordersThatHaveEndedAreForgottenInTheEnd() {
        OrderStates states = new OrderStates();
        states.accept(Reports.report("NEW", "NEW", 1, 1, "0", 1));
        for (int i = 2; i <= OrderStates.ENDED + 2; i++) {
            states.accept(Reports.report("TRADE", "FILLED", i, i, "10", 1));
        }
        assertThat(states.order("BTCUSDT", 1)).isPresent();
        assertThat(states.order("BTCUSDT", 2)).isEmpty();
        assertThat(states.order("BTCUSDT", 3)).isPresent();
    }

    @Example
    void ordersWhoseEndWasMissedAreForgottenInTheEnd() {
        OrderStates states = new OrderStates();
        for (int i = 1; i <= OrderStates.OPEN + 1; i++) {
            states.accept(Reports.report("NEW", "NEW", i, i, "0", 1));
        }
        assertThat(states.open()).hasSize(OrderStates.OPEN);
        assertThat(states.order("BTCUSDT", 1)).isEmpty();
        assertThat(states.order("BTCUSDT", 2)).isPresent();
    }
}
