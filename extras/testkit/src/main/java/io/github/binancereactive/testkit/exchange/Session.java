/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the exchange keeps of one WebSocket connection: who has logged on, and which accounts' events it wants. Confined to
 * the simulator's event loop.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/authentication-requests">
 *     Authentication requests</a>
 */
public final class Session {

    static final int MOST_SUBSCRIPTIONS = 1_000;
    private static final int LAST_SUBSCRIPTION_ID = 65_534;

    private final long connectedSinceMicros;
    private final boolean returnRateLimits;
    private final TimestampUnit unit;
    private final Consumer<String> events;
    private final Map<Integer, Subscription> subscriptions = new TreeMap<>();
    private int nextSubscription;
    private @Nullable Caller caller;
    private long authorizedSinceMicros;

    private record Subscription(SimulatedAccount account, boolean byLogOn) {}

    /**
     * A connection that has just been opened.
     *
     * @param connectedSinceMicros when, in microseconds since the epoch
     * @param returnRateLimits whether its answers show rate limits by default
     * @param unit the unit of times in events
     * @param events sends a text frame to the client
     */
    public Session(long connectedSinceMicros, boolean returnRateLimits, TimestampUnit unit, Consumer<String> events) {
        this.connectedSinceMicros = connectedSinceMicros;
        this.returnRateLimits = returnRateLimits;
        this.unit = unit;
        this.events = events;
    }

    long connectedSinceMicros() {
        return connectedSinceMicros;
    }

    boolean returnRateLimits() {
        return returnRateLimits;
    }

    @Nullable Caller caller() {
        return caller;
    }

    long authorizedSinceMicros() {
        return authorizedSinceMicros;
    }

    void logOn(Caller by, long nowMicros) {
        caller = by;
        authorizedSinceMicros = nowMicros;
    }

    /** Forgets who has logged on; the subscriptions that needed it end. */
    List<Integer> logOff() {
        caller = null;
        List<Integer> ended = subscriptions.entrySet().stream()
                .filter(subscription -> subscription.getValue().byLogOn())
                .map(Map.Entry::getKey)
                .toList();
        ended.forEach(subscriptions::remove);
        return ended;
    }

    int subscribe(SimulatedAccount account, boolean byLogOn) {
        if (subscriptions.values().stream()
                .anyMatch(active -> active.account().name().equals(account.name()))) {
            throw ExchangeErrors.subscriptionActive();
        }
        if (subscriptions.size() >= MOST_SUBSCRIPTIONS) {
            throw ExchangeErrors.tooManySubscriptions(MOST_SUBSCRIPTIONS);
        }
        if (nextSubscription > LAST_SUBSCRIPTION_ID) {
            throw ExchangeErrors.noMoreSubscriptionIds();
        }
        subscriptions.put(nextSubscription, new Subscription(account, byLogOn));
        return nextSubscription++;
    }

    /** Ends one subscription. */
    void unsubscribe(int id) {
        if (subscriptions.remove(id) == null) {
            throw ExchangeErrors.subscriptionInactive();
        }
    }

    List<Integer> unsubscribeAll() {
        List<Integer> ended = subscriptions();
        subscriptions.clear();
        return ended;
    }

    List<Integer> subscriptions() {
        return new ArrayList<>(subscriptions.keySet());
    }

    /** Sends an event of an account, when this connection has subscribed to it. */
    void tell(String account, Function<TimestampUnit, ObjectNode> event) {
        subscriptions.forEach((id, subscription) -> {
            if (subscription.account().name().equals(account)) {
                send(id, event.apply(unit).toString());
            }
        });
    }

    void send(int subscription, String event) {
        events.accept("{\"subscriptionId\":" + subscription + ",\"event\":" + event + "}");
    }
}
