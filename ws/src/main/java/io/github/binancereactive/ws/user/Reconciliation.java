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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks the exchange how an account stands after a gap, and keeps the events that come while it is asked. For steps only. */
final class Reconciliation extends Inquiry {

    private static final int KEPT = 8192;
    private static final int ORDERS_AT_ONCE = 4;

    /** Who wants to know. */
    interface Target {

        /** Orders that have not ended, as far as is known. */
        List<OrderState> openOrders();

        /** These events need not wait any longer. */
        void handOn(List<UserDataEvent> events);

        void reconciled(Reconciliation done, Answer answer);

        void notReconciled(Reconciliation failed, Throwable why);
    }

    private final UserDataSignal.Gap gap;
    private final AccountApi api;
    private final Target target;
    private List<UserDataEvent> kept = new ArrayList<>();

    // Of the present attempt.
    private @Nullable List<Order> open;
    private @Nullable Account account;
    private final Queue<OrderState> toAsk = new ArrayDeque<>(); // those that were open and are no more
    private final List<Order> ended = new ArrayList<>();
    private final List<OrderStates.Key> unknown = new ArrayList<>();
    private int asked;

    /**
     * What the exchange says.
     *
     * @param orders the open ones, and those that were open before
     * @param unknown those that it doesn't know any more
     * @param account the account with its balances
     */
    record Answer(List<Order> orders, List<OrderStates.Key> unknown, Account account) {

        /** The events that say more than this. */
        List<UserDataEvent> news(List<UserDataEvent> events) {
            Map<OrderStates.Key, OrderState> states = new HashMap<>();
            orders.stream().map(OrderState::of).forEach(state -> states.put(OrderStates.Key.of(state), state));
            return events.stream().filter(event -> !covers(event, states)).toList();
        }

        /** Whether an event says nothing that this doesn't say. A fill always does: what it traded at and what it cost. */
        private boolean covers(UserDataEvent event, Map<OrderStates.Key, OrderState> states) {
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

    Reconciliation(UserDataHub hub, UserDataSignal.Gap gap, AccountApi api, Target target) {
        super(hub);
        this.gap = gap;
        this.api = api;
        this.target = target;
    }

    UserDataSignal.Gap gap() {
        return gap;
    }

    @Override
    void ask() {
        open = null;
        account = null;
        asked = 0;
        toAsk.clear();
        ended.clear();
        unknown.clear();
        question(api.openOrders().collectList(), orders -> {
            open = orders;
            askForEnded();
        });
        question(api.account(), answer -> {
            account = answer;
            askForEnded();
        });
    }

    /**
     * Of the orders that were open before, those that are so no more. Not those that events have told of since: the answer may lag
     * behind these, and more events will come.
     */
    private void askForEnded() {
        List<Order> stillOpen = open;
        if (stillOpen == null || account == null) {
            return;
        }
        Set<OrderStates.Key> keys = stillOpen.stream()
                .map(order -> new OrderStates.Key(order.symbol(), order.orderId()))
                .collect(Collectors.toSet());
        target.openOrders().stream()
                .filter(state -> !state.updateTime().isAfter(gap.to()))
                .filter(state -> !keys.contains(OrderStates.Key.of(state)))
                .forEach(toAsk::add);
        goOn();
    }

    private void goOn() {
        while (asked < ORDERS_AT_ONCE && !toAsk.isEmpty()) {
            asked++;
            OrderState state = toAsk.remove();
            question(order(state), order -> {
                asked--;
                order.ifPresentOrElse(ended::add, () -> unknown.add(OrderStates.Key.of(state)));
                goOn();
            });
        }
        if (asked == 0) {
            finish(Objects.requireNonNull(open), Objects.requireNonNull(account));
        }
    }

    /** One that the exchange doesn't know any more is no reason to give up the others. */
    private Mono<Optional<Order>> order(OrderState state) {
        return api.order(OrderQuery.byOrderId(state.symbol(), state.orderId()))
                .map(Optional::of)
                .onErrorResume(Reconciliation::isUnknown, unknownError -> Mono.just(Optional.empty()));
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof RejectedException refusal
                && (refusal.code() == ErrorCode.NO_SUCH_ORDER.code()
                        || refusal.code() == ErrorCode.ORDER_ARCHIVED.code());
    }

    private void finish(List<Order> stillOpen, Account present) {
        end();
        List<Order> orders = new ArrayList<>(stillOpen);
        orders.addAll(ended);
        target.reconciled(this, new Answer(orders, List.copyOf(unknown), present));
    }

    @Override
    void postponed() {
        target.handOn(takeKept());
    }

    @Override
    void unanswered(Throwable why) {
        target.notReconciled(this, why);
    }

    /** Keeps an event until the answer is there. False when these are too many. */
    boolean keep(UserDataEvent event) {
        kept.add(event);
        return kept.size() <= KEPT;
    }

    /** The events that were kept, which go on now. */
    List<UserDataEvent> takeKept() {
        List<UserDataEvent> taken = kept;
        kept = new ArrayList<>();
        return taken;
    }
}
