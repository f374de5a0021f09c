/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.SessionEndpoints;
import io.github.binancereactive.core.model.session.UserDataSubscription;
import io.github.binancereactive.core.model.user.EventStreamTerminated;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.ws.user.UserDataSignal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * The user data of one key: who wants it, and the connections that carry it. Events are taken from one lane, the present one, in
 * its order; the others follow it, and one of them takes over when it ends. For steps only.
 */
final class AccountFeed {

    private static final Backoff RETRY = Backoff.exponential(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final UserDataHub hub;
    private final Credentials credentials;
    private final EventDelivery delivery;
    private final List<Lane> lanes = new ArrayList<>(); // the oldest connection first
    private @Nullable Lane present;
    private UserDataSettings settings = UserDataSettings.DEFAULTS;
    private boolean wanted;
    private boolean leaving; // nobody listens, and the grace runs
    private int failures;
    private @Nullable Carrier refusedOn; // until it is time to ask again
    private final Disposable.Swap grace = Disposables.swap();
    private final Disposable.Swap retry = Disposables.swap();

    AccountFeed(UserDataHub hub, Credentials credentials) {
        this.hub = hub;
        this.credentials = credentials;
        this.delivery = new EventDelivery(hub, credentials, this::left);
    }

    boolean isWanted() {
        return wanted;
    }

    // --- subscribers ---

    void join(Outlet outlet, UserDataSettings wishes) {
        leaving = false;
        grace.update(Disposables.disposed());
        delivery.join(outlet);
        if (!wanted) {
            wanted = true;
            settings = wishes;
            failures = 0;
            delivery.reconcile(wishes.reconciles());
            hub.subscribeSoon(this);
        } else if (wishes.reconciles()) {
            delivery.reconcile(true);
        }
        left(); // it may have gone by now
    }

    void leave(Outlet outlet) {
        delivery.leave(outlet);
        left();
    }

    /** Each event finds again that nobody listens: the grace is that of the first time. */
    private void left() {
        if (wanted && !leaving && delivery.hasNoSubscriber()) {
            leaving = true;
            grace.update(hub.after(settings.grace(), () -> {
                if (delivery.hasNoSubscriber()) {
                    stop();
                }
            }));
        }
    }

    private void fail(Throwable error) {
        stop();
        delivery.fail(error);
    }

    private void stop() {
        wanted = false;
        leaving = false;
        present = null;
        refusedOn = null;
        retry.update(Disposables.disposed());
        grace.update(Disposables.disposed());
        delivery.reset();
        // Those that wait for their numbers end when they have them.
        List.copyOf(lanes).stream().filter(Lane::isLive).forEach(this::unsubscribe);
        forgetIfIdle();
    }

    void end(UserDataHub.End end) {
        wanted = false;
        retry.dispose();
        grace.dispose();
        delivery.end(end);
    }

    private void forgetIfIdle() {
        if (!wanted && lanes.isEmpty()) {
            hub.forget(this, credentials);
        }
    }

    // --- subscribing ---

    /** Subscribes on a connection, unless that is done; completes when it is, or when it won't be for now. */
    Mono<Void> subscribeOver(Carrier carrier) {
        for (Lane lane : lanes) {
            if (lane.carrier() == carrier) {
                return lane.isLive() ? Mono.empty() : lane.settled();
            }
        }
        Lane lane = new Lane(this, carrier);
        lanes.add(lane);
        carrier.add(lane);
        hub.turns().begin(() -> ask(lane));
        return lane.settled();
    }

    /** A connection is in use now. */
    void activated(Carrier carrier) {
        if (carrier != refusedOn) {
            subscribeOver(carrier);
        }
        handOver();
    }

    private void ask(Lane lane) {
        if (lane.isEnded() || !wanted) {
            hub.turns().done();
            remove(lane);
            forgetIfIdle();
            return;
        }
        Carrier carrier = lane.carrier();
        lane.asked(carrier.allowsLogon(credentials.apiKey()) && hub.api().isLoggedOn(carrier.socket(), credentials));
        Call<UserDataSubscription> call =
                Call.of(lane.isByLogon() ? SessionEndpoints.SUBSCRIBE : SessionEndpoints.SUBSCRIBE_SIGNATURE);
        hub.api()
                .exchange(carrier.socket(), call, credentials)
                .subscribe(
                        answer -> hub.step(() -> answered(lane, answer.subscriptionId())),
                        error -> hub.step(() -> refused(lane, error)));
    }

    private void answered(Lane lane, int subscriptionId) {
        hub.turns().done();
        if (lane.isEnded()) {
            return;
        }
        lane.live(subscriptionId, hub.now());
        if (!wanted) {
            unsubscribe(lane);
            forgetIfIdle();
            return;
        }
        failures = 0;
        if (present == null) {
            takeOver(lane, false);
        }
        lane.carrier().claim(lane);
        lane.settle();
        handOver();
    }

    private void refused(Lane lane, Throwable error) {
        hub.turns().done();
        if (!remove(lane)) {
            return;
        }
        if (!wanted) {
            forgetIfIdle();
            return;
        }
        Carrier carrier = lane.carrier();
        switch (Refusal.of(error, lane)) {
            case SIGN -> {
                carrier.avoidLogon(credentials.apiKey());
                subscribeOver(carrier);
            }
            case REPLACE -> hub.replace(carrier, "a subscription to user data needs another connection");
            case RETRY -> retryLater(carrier, error);
            case GIVE_UP -> fail(error);
            case LEAVE -> {}
        }
    }

    private void retryLater(Carrier refused, Throwable error) {
        failures++;
        refusedOn = refused;
        retry.update(hub.after(Refusal.delay(error, RETRY.before(failures), hub.now()), () -> {
            refusedOn = null;
            if (wanted) {
                hub.subscribeSoon(this);
            }
        }));
    }

    /**
     * Ends a subscription. Until that is answered it stands in the way of another one on this connection: the exchange refuses a
     * second one, and does requests in whatever order it likes.
     */
    private void unsubscribe(Lane lane) {
        lane.leaves();
        hub.turns().begin(() -> askForTheEnd(lane));
    }

    private void askForTheEnd(Lane lane) {
        if (lane.isEnded()) {
            hub.turns().done();
            return;
        }
        Call<Void> call = Call.of(SessionEndpoints.UNSUBSCRIBE).with("subscriptionId", lane.id());
        hub.api()
                .exchange(lane.carrier().socket(), call, null)
                .subscribe(
                        nothing -> {},
                        error -> hub.step(() -> {
                            if (Refusal.leavesDoubt(error)) {
                                lane.carrier().doubt();
                            }
                            gone(lane);
                        }),
                        () -> hub.step(() -> gone(lane)));
    }

    private void gone(Lane lane) {
        hub.turns().done();
        if (!remove(lane)) {
            return;
        }
        Carrier carrier = lane.carrier();
        Lane leader = present;
        boolean isNeeded = leader == null || leader.carrier().number() < carrier.number();
        if (wanted && isNeeded && hub.canAsk(carrier)) {
            subscribeOver(carrier);
        }
        forgetIfIdle();
    }

    private boolean remove(Lane lane) {
        lanes.remove(lane);
        return lane.end();
    }

    // --- events ---

    void received(Lane lane, UserDataEvent event) {
        if (lane == present) {
            lead(lane, event);
        } else if (!(event instanceof EventStreamTerminated)) {
            follow(lane, event);
        }
        if (event instanceof EventStreamTerminated) {
            lost(lane, Cause.TERMINATED);
            if (wanted && hub.canAsk(lane.carrier())) {
                subscribeOver(lane.carrier());
            }
        }
    }

    private void lead(Lane lane, UserDataEvent event) {
        if (lane.overlap().isRepeated(event)) {
            hub.counters().duplicates.increment();
        } else {
            deliver(event);
        }
    }

    private void deliver(UserDataEvent event) {
        for (Lane lane : lanes) {
            if (lane != present && lane.overlap().leaderBrought(event)) {
                hub.counters().duplicates.increment();
            }
        }
        delivery.event(event);
    }

    private void follow(Lane lane, UserDataEvent event) {
        if (lane.overlap().followerBrought(event)) {
            hub.counters().duplicates.increment();
        }
        Lane stuck = present;
        if (stuck != null && lane.overlap().isFull()) {
            unsubscribe(stuck);
            delivery.broken(Cause.RECONNECTED);
            present = null;
            takeOver(lane, false);
        }
    }

    /** A lane is gone, and not because we wanted that. */
    void lost(Lane lane, Cause cause) {
        if (remove(lane)) {
            goOnWithout(lane, cause);
            forgetIfIdle();
        }
    }

    /** Whether a subscription outlives its log-on when that is revoked is not documented: it is made anew, by signature. */
    void revoked(Lane lane) {
        if (lane.isLive()) {
            unsubscribe(lane);
            goOnWithout(lane, Cause.TERMINATED);
        } else if (lane.isSubscribing()) {
            lane.carrier().doubt(); // the answer may have been the error that revoked it
            remove(lane);
            if (wanted && hub.canAsk(lane.carrier())) {
                subscribeOver(lane.carrier());
            }
        }
    }

    private void goOnWithout(Lane lane, Cause cause) {
        if (lane != present) {
            return;
        }
        present = null;
        delivery.broken(cause);
        Lane next = firstLive();
        if (next != null) {
            takeOver(next, next.overlap().isProven());
        } else {
            delivery.interrupted(cause);
            // If there is a connection in use that was given up before, it will do again.
            hub.subscribeSoon(this);
        }
    }

    private @Nullable Lane firstLive() {
        return lanes.stream().filter(Lane::isLive).findFirst().orElse(null);
    }

    private void takeOver(Lane lane, boolean nothingMissing) {
        present = lane;
        Instant since = lane.since(hub.now());
        delivery.resumed(since, nothingMissing, lane.carrier().number());
        lane.overlap().rest().forEach(this::deliver);
    }

    // --- from one connection to the next ---

    /** When the present connection has a successor that carries the events, too, they are taken from there as soon as it is safe. */
    void handOver() {
        Lane leader = present;
        if (leader == null || leader.successor() != null || !hub.isReplaced(leader.carrier())) {
            return;
        }
        Lane next = lanes.stream()
                .filter(lane -> lane != leader
                        && lane.isLive()
                        && lane.carrier().number() > leader.carrier().number())
                .findFirst()
                .orElse(null);
        if (next != null) {
            leader.handingOverTo(next);
            leader.carrier().farewells().await(settings.overlap(), () -> finish(leader, next));
        }
    }

    private void finish(Lane leader, Lane next) {
        if (leader != present) {
            return;
        }
        leader.handingOverTo(null);
        if (next.isLive()) {
            remove(leader);
            delivery.broken(Cause.ROTATED);
            takeOver(next, true);
        }
        handOver();
    }
}
