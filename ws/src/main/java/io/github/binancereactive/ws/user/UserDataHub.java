/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.api.AccountApi;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.ws.api.ApiConnections;
import io.github.binancereactive.ws.api.ConnectionUse;
import io.github.binancereactive.ws.session.SerialSteps;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * All user data of one client: its accounts and the connections that carry them. Whatever happens becomes a step, and the fields
 * belong to the steps; so does everything in {@link AccountFeed}, {@link Carrier} and {@link Lane}.
 */
final class UserDataHub implements ConnectionUse {

    private static final int AT_ONCE = 32;
    private static final int INQUIRIES_AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ApiConnections api;
    private final Function<Credentials, AccountApi> accounts;
    private final Counters counters = new Counters();
    private final SerialSteps steps = new SerialSteps("user data");

    private final Turns turns = new Turns(AT_ONCE);
    private final Turns inquiries = new Turns(INQUIRIES_AT_ONCE);
    private final Map<SessionSocket, Carrier> carriers = new LinkedHashMap<>();
    private final Map<String, AccountFeed> feeds = new LinkedHashMap<>(); // by API key
    private @Nullable Carrier active;
    private @Nullable End end;

    /** How the client has ended; null without a cause when it was disposed of. */
    record End(@Nullable Throwable cause) {

        /** Each subscriber gets an exception of its own. */
        void tell(Outlet outlet) {
            if (cause == null) {
                outlet.complete();
            } else {
                outlet.fail(new ClientClosedException("user data", cause));
            }
        }
    }

    UserDataHub(ApiConnections api, Function<Credentials, AccountApi> accounts) {
        this.api = api;
        this.accounts = accounts;
    }

    // --- for any thread ---

    ApiConnections api() {
        return api;
    }

    AccountApi accounts(Credentials credentials) {
        return accounts.apply(credentials);
    }

    Counters counters() {
        return counters;
    }

    /** The exchange's time, as far as is known. */
    Instant now() {
        return api.clock().now();
    }

    void step(Runnable step) {
        steps.run(step);
    }

    /** Asks something. The answer becomes a step, or why there is none, perhaps even when it was just disposed of. */
    <T> Disposable ask(Mono<T> question, Consumer<T> answer, Consumer<Throwable> failure) {
        // A flux, and errors as values: the subscriber of a mono would report what comes at the moment when it is
        // disposed of as dropped.
        return question.<Runnable>map(value -> () -> answer.accept(value))
                .onErrorResume(error -> Mono.just(() -> failure.accept(error)))
                .flux()
                .subscribe(this::step);
    }

    Disposable after(Duration delay, Runnable step) {
        try {
            return api.scheduler().schedule(() -> step(step), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return Disposables.disposed(); // without a clock nothing happens later
        }
    }

    /** A connection that was there before this was, is taken over. */
    void adopt() {
        step(() -> {
            // If it is lost by now we have not been told, and won't be.
            SessionSocket socket = api.session().active();
            if (end == null && socket != null && !carriers.containsKey(socket)) {
                activate(socket);
            }
        });
    }

    void join(Credentials credentials, Outlet outlet, UserDataSettings settings) {
        api.session().start();
        step(() -> {
            End ended = end;
            if (ended != null) {
                ended.tell(outlet);
            } else {
                feeds.computeIfAbsent(credentials.apiKey(), key -> new AccountFeed(this, credentials))
                        .join(outlet, settings);
            }
        });
    }

    void leave(Credentials credentials, Outlet outlet) {
        step(() -> {
            AccountFeed feed = feeds.get(credentials.apiKey());
            if (feed != null) {
                feed.leave(outlet);
            }
        });
    }

    // --- for steps ---

    /** Of requests that begin or end a subscription. */
    Turns turns() {
        return turns;
    }

    /** Of accounts that ask how they stand. */
    Turns inquiries() {
        return inquiries;
    }

    void forget(AccountFeed feed, Credentials credentials) {
        feeds.remove(credentials.apiKey(), feed);
    }

    /** Subscribes on the connection in use; without one, the next will be subscribed on. */
    void subscribeSoon(AccountFeed feed) {
        Carrier carrier = active;
        if (carrier != null) {
            feed.activated(carrier);
        }
    }

    /** Whether a connection takes requests: it is in use, or being prepared. */
    boolean canAsk(Carrier carrier) {
        return carriers.containsValue(carrier) && !isReplaced(carrier);
    }

    boolean isReplaced(Carrier carrier) {
        return carrier.wasActive() && carrier != active;
    }

    void replace(Carrier carrier, String reason) {
        api.session().rotate(carrier.socket(), reason);
    }

    /** Accounts that somebody listens to, or that are still on their way out. */
    int knownAccounts() {
        return feeds.size();
    }

    private Carrier carrier(SessionSocket socket) {
        return carriers.computeIfAbsent(socket, absent -> new Carrier(absent, new Farewells(this, absent), counters));
    }

    private List<AccountFeed> wanted() {
        return feeds.values().stream().filter(AccountFeed::isWanted).toList();
    }

    // --- the connections ---

    @Override
    public Mono<Void> prepare(SessionSocket connection) {
        return Mono.<Void>create(sink -> step(() -> {
                    Carrier carrier = carrier(connection);
                    List<Mono<Void>> subscribed = wanted().stream()
                            .map(feed -> feed.subscribeOver(carrier))
                            .toList();
                    sink.onCancel(Mono.when(subscribed).subscribe(nothing -> {}, sink::error, sink::success));
                }))
                // What takes longer goes on when the connection is in use; its predecessor carries the events until
                // then.
                .take(PATIENCE, api.scheduler());
    }

    @Override
    public void onActive(SessionSocket connection) {
        step(() -> activate(connection));
    }

    private void activate(SessionSocket socket) {
        Carrier carrier = carrier(socket);
        carrier.activated();
        active = carrier;
        wanted().forEach(feed -> feed.activated(carrier));
    }

    @Override
    public void onEvent(SessionSocket connection, int subscriptionId, UserDataEvent event) {
        step(() -> {
            Carrier carrier = carriers.get(connection);
            if (carrier != null) {
                carrier.event(subscriptionId, event);
            } else {
                counters.unclaimed.increment();
            }
        });
    }

    @Override
    public void onRevoked(SessionSocket connection) {
        step(() -> {
            Carrier carrier = carriers.get(connection);
            if (carrier != null) {
                carrier.lanes().stream().filter(Lane::isByLogon).forEach(Lane::revoked);
            }
        });
    }

    @Override
    public void onLost(SessionSocket connection, SocketClose close) {
        step(() -> {
            Carrier carrier = carriers.remove(connection);
            if (carrier != null) {
                if (active == carrier) {
                    active = null;
                }
                carrier.lanes().forEach(Lane::lost);
            }
        });
    }

    @Override
    public void onEnd(@Nullable Throwable cause) {
        step(() -> {
            if (end == null) {
                End ended = new End(cause);
                end = ended;
                feeds.values().forEach(feed -> feed.end(ended));
                feeds.clear();
                // Nobody is told any more what becomes of connections.
                carriers.clear();
                active = null;
            }
        });
    }
}
