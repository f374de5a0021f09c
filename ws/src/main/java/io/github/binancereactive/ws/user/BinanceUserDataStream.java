/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * The user data streams of the accounts of a WebSocket API client, on that client's connections.
 *
 * <p>An account is subscribed to while somebody listens to it: the subscribers of one key share one subscription, and when the last
 * has left it ends after a short grace. On a connection that is logged on with the key it goes by the log-on, else by a signature,
 * so that all kinds of keys will do, and up to 1,000 accounts on one client. When a connection is lost or replaced, or the exchange
 * ends a subscription without being asked, the client subscribes again, and says so by {@link #signals()}. While a connection is
 * being replaced as planned, both carry the events, and each is handed on once and in order.
 *
 * <p>Immutable: the {@code with} methods return another view of the same streams. All streams are hot behind the subscription:
 * they begin with what comes after it, complete when the client is disposed of, and fail when its session has ended for good, with a
 * {@link io.github.binancereactive.core.error.ClientClosedException}, or when the exchange refuses the subscription, with that. Signals
 * come on the connection's event loop as a rule: don't block there. A subscriber that has left more signals untaken than its buffer
 * holds ends with an error for which {@link reactor.core.Exceptions#isOverflow} is true; nobody else notices.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public final class BinanceUserDataStream {

    private final UserDataHub hub;
    private final @Nullable Credentials credentials; // null for those of the client at the time
    private final UserDataSettings settings;

    private BinanceUserDataStream(UserDataHub hub, @Nullable Credentials credentials, UserDataSettings settings) {
        this.hub = hub;
        this.credentials = credentials;
        this.settings = settings;
    }

    /**
     * The user data of a client.
     *
     * @param client the client; a view {@linkplain BinanceWebSocketApiClient#as of another key} gives that key's
     * @return its user data, the same for all calls with one client
     */
    public static BinanceUserDataStream of(BinanceWebSocketApiClient client) {
        UserDataHub hub = client.use(UserDataHub.class, connections -> new UserDataHub(connections, client::as));
        hub.adopt();
        return new BinanceUserDataStream(hub, client.credentials(), UserDataSettings.DEFAULTS);
    }

    /**
     * The user data of another account, on the same connections.
     *
     * @param key a key of that account. One connection can have one subscription to an account, so use the same key for it everywhere
     * @return a view
     */
    public BinanceUserDataStream account(Credentials key) {
        return new BinanceUserDataStream(hub, Objects.requireNonNull(key, "key"), settings);
    }

    /**
     * With another size of the buffers.
     *
     * @param signals how many signals a subscriber may leave untaken; 8,192 by default
     * @return a view
     */
    public BinanceUserDataStream withBuffer(int signals) {
        return new BinanceUserDataStream(hub, credentials, settings.withBuffer(signals));
    }

    /**
     * After a gap the exchange is asked for open orders, for orders that were open before, and for balances, and what was missed is
     * signalled as {@link UserDataSignal.Reconciled}. All subscribers of the account see it, until the last has left.
     *
     * <p>It costs a weight of 100 for each gap (open orders of all symbols 80, the account 20), and 4 for each order that is open no
     * more; and 80 when it begins, to know which orders are open. When a connection with many accounts is lost each of them has a
     * gap: four at a time ask, so that they leave room for the application's requests, and a minute's limit of 6,000 lasts for
     * fewer than 60 of them. Those that wait get their events meanwhile, as do those that have to ask again because something
     * that passes was in the way, such as a used up budget.
     *
     * @return a view
     */
    public BinanceUserDataStream withReconciliation() {
        return new BinanceUserDataStream(hub, credentials, settings.withReconciliation());
    }

    /**
     * With another grace. That of the first subscriber counts.
     *
     * @param grace how long the subscription is kept up when its last subscriber has left; a second by default
     * @return a view
     */
    public BinanceUserDataStream withGrace(Duration grace) {
        return new BinanceUserDataStream(hub, credentials, settings.withGrace(grace));
    }

    /**
     * With another overlap. That of the first subscriber counts.
     *
     * @param overlap for how long at least both connections carry the events when one replaces the other; a second by default. Less
     *     than the session's drain timeout
     * @return a view
     */
    public BinanceUserDataStream withOverlap(Duration overlap) {
        return new BinanceUserDataStream(hub, credentials, settings.withOverlap(overlap));
    }

    /**
     * Everything that happens to the account's user data: first {@link UserDataSignal.Subscribed} when events come, then events,
     * interruptions and gaps.
     *
     * @return a stream for any number of subscribers; fails with an {@link IllegalStateException} when there is no key
     */
    public Flux<UserDataSignal> signals() {
        return Flux.defer(() -> {
            Credentials key = credentials != null ? credentials : hub.api().credentials();
            if (key == null) {
                return Flux.error(new IllegalStateException("user data needs a key, and the client has none"));
            }
            Outlet outlet = new Outlet(settings.buffer(), hub.counters());
            hub.join(key, outlet, settings);
            return outlet.flux().doFinally(end -> hub.leave(key, outlet));
        });
    }

    /**
     * The events alone. Whoever wants to know what may be missing among them listens to {@link #signals()}.
     *
     * @return a stream for any number of subscribers, as {@link #signals()}
     */
    public Flux<UserDataEvent> events() {
        return signals().ofType(UserDataSignal.Event.class).map(UserDataSignal.Event::event);
    }

    /**
     * How the account's orders stand: each change of an order, folded from events and from what was reconciled, and never going
     * backwards ({@link OrderStates}). Each subscriber begins without knowing any order.
     *
     * @return a stream for any number of subscribers, as {@link #signals()}
     */
    public Flux<OrderState> orders() {
        return orders(Flux.never());
    }

    /**
     * The same, with what the exchange answers to new orders, which may come before their events.
     *
     * @param answers answers to the application's requests for this account; their error is that of the stream, their end is not
     * @return a stream for any number of subscribers, as {@link #signals()}
     */
    public Flux<OrderState> orders(Publisher<? extends OrderAnswer> answers) {
        return Flux.defer(() -> {
            OrderStates states = new OrderStates();
            return signals()
                    .cast(Object.class)
                    .materialize()
                    .mergeWith(Flux.from(answers)
                            .cast(Object.class)
                            .concatWith(Flux.never())
                            .materialize())
                    .dematerialize()
                    .concatMapIterable(told -> changes(states, told));
        });
    }

    private static Iterable<OrderState> changes(OrderStates states, Object told) {
        if (told instanceof OrderAnswer answer) {
            return states.accept(answer).stream().toList();
        }
        if (told instanceof UserDataSignal.Event event) {
            return states.accept(event.event()).stream().toList();
        }
        if (told instanceof UserDataSignal.Reconciled reconciled) {
            return reconciled.orders().stream()
                    .map(states::accept)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return List.of();
    }

    /**
     * What the user data of this client has counted, all accounts together.
     *
     * @return a snapshot
     */
    public UserDataStatistics statistics() {
        return hub.counters().snapshot();
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "BinanceUserDataStream[" + hub.api().session() + "]";
    }
}
