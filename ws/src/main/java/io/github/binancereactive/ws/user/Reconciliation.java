/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.api.AccountApi;
import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.account.Account;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.user.AccountPosition;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.core.request.OrderQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the exchange how an account stands after a gap, and keeps the events that come meanwhile. For steps only. */
final class Reconciliation {

    private static final int KEPT = 8192;
    private static final int QUESTIONS_AT_ONCE = 4;

    private final UserDataSignal.Gap gap;
    private final List<OrderState> openBefore;
    private final List<UserDataEvent> kept = new ArrayList<>();
    private final Disposable.Swap work = Disposables.swap();

    /**
     * What the exchange says.
     *
     * @param orders the open ones, and those that were open before
     * @param unknown those that it doesn't know any more
     * @param account the account with its balances
     */
    record Answer(List<Order> orders, List<OrderStates.Key> unknown, Account account) {

        /** Whether an event says nothing that this doesn't say. A fill always does: what it traded at and what it cost. */
        boolean covers(UserDataEvent event, Map<OrderStates.Key, OrderState> states) {
            if (event instanceof AccountPosition position) {
                return !position.lastUpdateTime().isAfter(account.updateTime());
            }
            if (!(event instanceof ExecutionReport report) || report.isTrade()) {
                return false;
            }
            OrderState told = OrderState.of(report);
            OrderState answered = states.get(OrderStates.Key.of(told));
            return answered != null && OrderState.PROGRESS.compare(answered, told) >= 0;
        }
    }

    /** An order that was asked for; null when the exchange doesn't know it. */
    private record Asked(OrderStates.Key key, @Nullable Order order) {}

    Reconciliation(UserDataSignal.Gap gap, List<OrderState> openBefore) {
        this.gap = gap;
        this.openBefore = openBefore;
    }

    UserDataSignal.Gap gap() {
        return gap;
    }

    Mono<Answer> ask(AccountApi api) {
        return Mono.zip(api.openOrders().collectList(), api.account())
                .flatMap(known -> ended(api, known.getT1())
                        .collectList()
                        .map(ended -> answer(known.getT1(), ended, known.getT2())));
    }

    /** Of the orders that were open before, those that are so no more. */
    private Flux<Asked> ended(AccountApi api, List<Order> open) {
        Set<OrderStates.Key> stillOpen = open.stream()
                .map(order -> new OrderStates.Key(order.symbol(), order.orderId()))
                .collect(Collectors.toSet());
        return Flux.fromIterable(openBefore)
                .filter(state -> !stillOpen.contains(OrderStates.Key.of(state)))
                .flatMap(state -> order(api, state), QUESTIONS_AT_ONCE);
    }

    /** One that the exchange doesn't know any more is no reason to give up the others. */
    private static Mono<Asked> order(AccountApi api, OrderState state) {
        OrderStates.Key key = OrderStates.Key.of(state);
        return api.order(OrderQuery.byOrderId(state.symbol(), state.orderId()))
                .map(order -> new Asked(key, order))
                .onErrorResume(Reconciliation::isUnknown, unknown -> Mono.just(new Asked(key, null)));
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof RejectedException refusal
                && (refusal.code() == ErrorCode.NO_SUCH_ORDER.code()
                        || refusal.code() == ErrorCode.ORDER_ARCHIVED.code());
    }

    private static Answer answer(List<Order> open, List<Asked> ended, Account account) {
        List<Order> orders = new ArrayList<>(open);
        List<OrderStates.Key> unknown = new ArrayList<>();
        for (Asked asked : ended) {
            Order order = asked.order();
            if (order == null) {
                unknown.add(asked.key());
            } else {
                orders.add(order);
            }
        }
        return new Answer(orders, unknown, account);
    }

    void runs(Disposable subscription) {
        work.update(subscription);
    }

    void cancel() {
        work.dispose();
    }

    /** Keeps an event until the answer is there. False when these are too many. */
    boolean keep(UserDataEvent event) {
        kept.add(event);
        return kept.size() <= KEPT;
    }

    List<UserDataEvent> kept() {
        return kept;
    }

    /** The events that say more than the answer. */
    List<UserDataEvent> news(Answer answer) {
        Map<OrderStates.Key, OrderState> states = new HashMap<>();
        answer.orders().stream().map(OrderState::of).forEach(state -> states.put(OrderStates.Key.of(state), state));
        return kept.stream().filter(event -> !answer.covers(event, states)).toList();
    }
}
