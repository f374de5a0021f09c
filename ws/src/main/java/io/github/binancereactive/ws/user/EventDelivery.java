/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.ws.session.OwnException;
import io.github.binancereactive.ws.user.UserDataSignal.Cause;
import io.github.binancereactive.ws.user.UserDataSignal.Event;
import io.github.binancereactive.ws.user.UserDataSignal.Gap;
import io.github.binancereactive.ws.user.UserDataSignal.Interrupted;
import io.github.binancereactive.ws.user.UserDataSignal.NotReconciled;
import io.github.binancereactive.ws.user.UserDataSignal.Reconciled;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** What the subscribers of one account are told: events in order, gaps, and what the exchange says about them. For steps only. */
final class EventDelivery implements Reconciliation.Target {

    private final UserDataHub hub;
    private final Credentials credentials;
    private final Runnable onLeft;
    private final Audience audience;
    private final OrderStates orders = new OrderStates();
    private boolean reconciles;
    private @Nullable UserDataSignal status; // what whoever joins is told first; null before the first subscription
    private @Nullable Instant known; // until when nothing is missing
    private Cause cause = Cause.WANTED;
    private @Nullable Gap gap; // just found
    private @Nullable Reconciliation reconciliation; // under way
    private @Nullable Learning learning; // under way

    EventDelivery(UserDataHub hub, Credentials credentials, Runnable onLeft) {
        this.hub = hub;
        this.credentials = credentials;
        this.onLeft = onLeft;
        this.audience = new Audience(hub.counters());
    }

    // --- subscribers ---

    void join(Outlet outlet) {
        audience.add(outlet);
        UserDataSignal present = status;
        if (present != null && !outlet.emit(present)) {
            audience.remove(outlet);
        }
    }

    void leave(Outlet outlet) {
        audience.remove(outlet);
    }

    boolean hasNoSubscriber() {
        return audience.isEmpty();
    }

    void reconcile(boolean wanted) {
        boolean begins = wanted && !reconciles;
        reconciles = wanted;
        if (begins && status instanceof Subscribed) {
            learn();
        }
    }

    void fail(Throwable error) {
        audience.dismiss(outlet -> outlet.fail(OwnException.of(error)));
    }

    void end(UserDataHub.End end) {
        reset();
        audience.dismiss(end::tell);
    }

    /** Nobody wants to know any more. */
    void reset() {
        Reconciliation underWay = reconciliation;
        if (underWay != null) {
            reconciliation = null;
            underWay.end();
        }
        endLearning();
        orders.clear();
        status = null;
        known = null;
        gap = null;
        cause = Cause.WANTED;
    }

    private void emit(UserDataSignal signal) {
        audience.emit(signal);
        if (audience.isEmpty()) {
            onLeft.run();
        }
    }

    private void tell(UserDataSignal signal) {
        status = signal;
        emit(signal);
    }

    // --- events ---

    void event(UserDataEvent event) {
        hub.counters().events.increment();
        Instant time = event.eventTime();
        if (time != null) {
            known = time;
        }
        Reconciliation underWay = reconciliation;
        if (underWay == null || !underWay.isAsked()) {
            handOn(event);
        } else if (!underWay.keep(event)) {
            giveUp(underWay, Exceptions.failWithOverflow("too many events came meanwhile"));
        }
    }

    private void handOn(UserDataEvent event) {
        if (reconciles) {
            orders.accept(event);
        }
        emit(new Event(event));
    }

    // --- the subscription ---

    /** The connection that brought the events doesn't any more. */
    void broken(Cause why) {
        cause = why;
    }

    /** And there is no other. */
    void interrupted(Cause why) {
        Reconciliation underWay = reconciliation;
        if (underWay != null) {
            giveUp(underWay, null);
        }
        tell(new Interrupted(hub.now(), why));
    }

    /** Events come again, or for the first time. */
    void resumed(Instant since, boolean nothingMissing, long connection) {
        Instant from = known;
        if (from != null && !nothingMissing) {
            gap = new Gap(from, since.isBefore(from) ? from : since);
            hub.counters().gaps.increment();
            emit(gap);
        }
        if (from == null || since.isAfter(from)) {
            known = since;
        }
        tell(new Subscribed(
                hub.now(), from == null ? Cause.WANTED : nothingMissing ? Cause.ROTATED : cause, connection));
        Gap found = gap;
        gap = null;
        if (!reconciles) {
            return;
        }
        if (found != null) {
            begin(found);
        } else if (from == null) {
            learn();
        }
    }

    // --- reconciliation ---

    private void learn() {
        Learning begun = new Learning(hub, hub.accounts(credentials), open -> open.forEach(orders::accept));
        learning = begun;
        begun.begin();
    }

    private void begin(Gap found) {
        endLearning(); // an answer after the gap can't tell what was before
        Reconciliation before = reconciliation;
        if (before != null) {
            giveUp(before, null);
        }
        Reconciliation begun = new Reconciliation(hub, found, hub.accounts(credentials), this);
        reconciliation = begun;
        begun.begin();
    }

    private void endLearning() {
        Learning underWay = learning;
        if (underWay != null) {
            learning = null;
            underWay.end();
        }
    }

    @Override
    public List<OrderState> openOrders() {
        return orders.open();
    }

    @Override
    public void handOn(List<UserDataEvent> events) {
        events.forEach(this::handOn);
    }

    @Override
    public void reconciled(Reconciliation done, Reconciliation.Answer answer) {
        reconciliation = null;
        answer.unknown().forEach(orders::forget);
        List<Order> changed = answer.orders().stream()
                .filter(order -> orders.accept(order).isPresent())
                .toList();
        emit(new Reconciled(done.gap(), changed, answer.account()));
        handOn(answer.news(done.takeKept()));
    }

    @Override
    public void notReconciled(Reconciliation failed, Throwable why) {
        giveUp(failed, why);
    }

    private void giveUp(Reconciliation failed, @Nullable Throwable why) {
        reconciliation = null;
        failed.end();
        emit(new NotReconciled(failed.gap(), why));
        handOn(failed.takeKept());
    }
}
