/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.FakeExchange;
import io.github.binancereactive.ws.api.FakeRequest;
import io.github.binancereactive.ws.api.TestKey;
import io.github.binancereactive.ws.api.VirtualClock;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.session.InMemoryConnection;
import io.github.binancereactive.ws.session.SessionOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * User data in virtual time, and an exchange in memory that lets accounts subscribe. A test may hold back the answers to a method
 * and give them itself.
 */
abstract class UserDataTestCase {

    static final Duration OVERLAP = Duration.ofSeconds(1);
    static final Duration GRACE = Duration.ofSeconds(1);
    static final Duration BACKOFF = Duration.ofMillis(250);
    static final String BY_SIGNATURE = "userDataStream.subscribe.signature";
    static final String BY_LOGON = "userDataStream.subscribe";
    static final String UNSUBSCRIBE = "userDataStream.unsubscribe";

    private static final String STATUS =
            "{\"apiKey\":%s,\"authorizedSince\":1,\"connectedSince\":1,\"returnRateLimits\":true,\"serverTime\":2,"
                    + "\"userDataStream\":false}";

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    final FakeExchange exchange = new FakeExchange();
    final TestKey key = TestKey.hmac("key-a");

    WebSocketApiOptions options = WebSocketApiOptions.of(
                    BinanceEnvironment.custom("test").withWebSocketApiUris(URI.create("ws://exchange:443/ws-api/v3")))
            .withScheduler(time)
            .withServerClock(ServerClock.over(new VirtualClock(time)))
            .withDecodeScheduler(time)
            .withSignScheduler(time)
            .withTransport(exchange.transport())
            .withBudget(RequestBudget.unlimited())
            .withCredentials(key.credentials())
            .withSession(
                    SessionOptions.defaults().withRotationJitter(Duration.ZERO).withBackoff(Backoff.fixed(BACKOFF)));

    private final Set<String> heldBack = new HashSet<>();
    private final List<FakeRequest> held = new ArrayList<>();
    private final Map<InMemoryConnection, Integer> ids = new HashMap<>();
    private BinanceWebSocketApiClient client;

    UserDataTestCase() {
        exchange.onRequest(this::answer);
        time.advanceTimeBy(Duration.ofDays(1)); // so that no time is negative
    }

    final BinanceWebSocketApiClient client() {
        if (client == null) {
            client = BinanceWebSocketApiClient.create(options);
        }
        return client;
    }

    final BinanceUserDataStream userData() {
        return BinanceUserDataStream.of(client());
    }

    final Listener<UserDataSignal> listen() {
        return Listener.of(userData().signals());
    }

    // --- the exchange ---

    private void answer(FakeRequest request) {
        if (heldBack.contains(request.method())) {
            held.add(request);
        } else {
            give(request);
        }
    }

    /** Answers as the exchange does. */
    final void give(FakeRequest request) {
        request.thenRespond(result(request));
    }

    final String result(FakeRequest request) {
        return switch (request.method()) {
            case "session.logon" -> STATUS.formatted('"' + request.param("apiKey") + '"');
            case "session.logout" -> STATUS.formatted("null");
            case BY_LOGON, BY_SIGNATURE ->
                "{\"subscriptionId\":" + (ids.merge(request.connection(), 1, Integer::sum) - 1) + "}";
            case UNSUBSCRIBE -> "{}";
            default -> throw new AssertionError("no answer to " + request.method());
        };
    }

    /** Keeps requests of this method for {@link #held()}. */
    final void holdBack(String method) {
        heldBack.add(method);
    }

    final void holdNothing() {
        heldBack.clear();
    }

    /** The oldest request that was held back. */
    final FakeRequest held() {
        assertThat(held).as("requests held back").isNotEmpty();
        return held.remove(0);
    }

    final void assertNoneHeld() {
        assertThat(held).isEmpty();
    }

    final List<FakeRequest> requests(String method) {
        return exchange.received().stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }

    /** Sends deposits of these numbers, each an event. */
    final void deposit(int connection, int subscription, int... numbers) {
        exchange.connection(connection)
                .send(IntStream.of(numbers)
                        .mapToObj(number -> frame(subscription, balance(number)))
                        .toArray(String[]::new));
    }

    static String frame(int subscription, String event) {
        return "{\"subscriptionId\":" + subscription + ",\"event\":" + event + "}";
    }

    /** An event of the time {@code number} milliseconds after a day. */
    static String balance(int number) {
        return "{\"e\":\"balanceUpdate\",\"E\":" + (86_400_000 + number) + ",\"a\":\"BTC\",\"d\":\"" + number
                + "\",\"T\":1}";
    }

    static String terminated() {
        return "{\"e\":\"eventStreamTerminated\",\"E\":86400001}";
    }

    final void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    /** Has the connection in use replaced; its successor is subscribed to at once, unless that is held back. */
    final void rotate() {
        Listener.of(client().session().rotate().flux());
    }

    final void answerPings(int connection) {
        exchange.connection(connection).answerPings();
    }

    static <T> Listener<T> started(Mono<T> mono) {
        return Listener.of(mono.flux());
    }

    @AfterEach
    void nothingIsLeft() {
        if (client != null) {
            client.dispose();
            pass(Duration.ofMinutes(5));
            assertThat(client.statistics().inFlight()).isZero();
            assertThat(exchange.transport().open()).isEmpty();
            long scheduled = time.getScheduledTaskCount();
            pass(Duration.ofDays(1));
            assertThat(time.getScheduledTaskCount()).as("timers left running").isEqualTo(scheduled);
        }
    }
}
