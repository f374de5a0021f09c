/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.ws.session.SessionOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A client in virtual time and the exchange that it talks to, in memory. */
abstract class WebSocketApiTestCase {

    static final ServerTime SERVER_TIME = new ServerTime(Instant.ofEpochMilli(1700000000000L));
    static final Duration DEADLINE = Duration.ofSeconds(10);
    static final Duration BACKOFF = Duration.ofMillis(250);

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    final FakeExchange exchange = new FakeExchange();

    WebSocketApiOptions options = WebSocketApiOptions.of(
                    BinanceEnvironment.custom("test").withWebSocketApiUris(URI.create("ws://exchange:443/ws-api/v3")))
            .withScheduler(time)
            .withServerClock(ServerClock.over(new VirtualClock(time)))
            .withDecodeScheduler(time)
            .withSignScheduler(time)
            .withTransport(exchange.transport())
            .withRequestTimeout(DEADLINE)
            .withBudget(RequestBudget.unlimited())
            .withSession(
                    SessionOptions.defaults().withRotationJitter(Duration.ZERO).withBackoff(Backoff.fixed(BACKOFF)));

    private BinanceWebSocketApiClient client;

    /** The client, made by the options of the moment of the first use. */
    final BinanceWebSocketApiClient client() {
        if (client == null) {
            client = BinanceWebSocketApiClient.create(options);
        }
        return client;
    }

    /** The client, with an open connection. */
    final BinanceWebSocketApiClient connected() {
        Recorder.of(client().connect()).assertCompleted();
        return client;
    }

    final Mono<ServerTime> time() {
        return client().exchange(Call.of(GeneralEndpoints.TIME));
    }

    final Mono<TestOrder> order(String clientOrderId) {
        return client().exchange(TestOrder.place(clientOrderId));
    }

    final Recorder<TestOrder> placeSigned(String clientOrderId) {
        return Recorder.of(client().exchange(TestOrder.placeSigned(clientOrderId)));
    }

    final Recorder<TestOrder> query() {
        return Recorder.of(client().exchange(Call.of(TestOrder.QUERY)));
    }

    final Recorder<ServerTime> askTime() {
        return Recorder.of(time());
    }

    final Recorder<TestOrder> placeOrder(String clientOrderId) {
        return Recorder.of(order(clientOrderId));
    }

    final List<Recorder<ServerTime>> askTime(int times) {
        List<Recorder<ServerTime>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(askTime());
        }
        return all;
    }

    final void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    final WebSocketApiStatistics statistics() {
        return client().statistics();
    }

    @AfterEach
    void everyRequestHasEnded() {
        if (client != null) {
            client.dispose();
            assertThat(client.statistics().inFlight())
                    .as("in flight at the end")
                    .isZero();
            pass(Duration.ofMinutes(5));
            assertThat(exchange.transport().open()).isEmpty();
            long scheduled = time.getScheduledTaskCount();
            pass(Duration.ofDays(1));
            assertThat(time.getScheduledTaskCount()).as("timers left running").isEqualTo(scheduled);
        }
    }
}
