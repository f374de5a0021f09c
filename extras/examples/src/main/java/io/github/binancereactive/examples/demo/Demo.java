/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The demo: a client on each wire calls the general endpoints, sees calls fail, and goes on sending requests while its
 * WebSocket connections are replaced, announced to end, reset and left half-open. {@code --help} says what it takes.
 */
public final class Demo {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String REST = "REST";
    private static final String WEB_SOCKET_API = "WebSocket API";

    private final Venue venue;
    private final Screen screen;
    private final BinanceRestClient rest;
    private final BinanceWebSocketApiClient webSocket;

    private Demo(Venue venue, Screen screen) {
        this.venue = venue;
        this.screen = screen;
        this.rest = BinanceRestClient.create(venue.environment());
        this.webSocket = BinanceWebSocketApiClient.create(
                WebSocketApiOptions.of(venue.environment()).withSession(venue.session()));
    }

    /**
     * Runs the demo and exits: with 0 when every request was answered, with 1 when one was not, with 2 when the arguments
     * make no sense.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.print(e.getMessage() + "\n\n" + DemoOptions.HELP);
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.print(DemoOptions.HELP);
            return;
        }
        System.exit(succeeds(options) ? 0 : 1);
    }

    private static boolean succeeds(DemoOptions options) {
        try {
            return run(options);
        } catch (BinanceException e) {
            System.err.println("The demo ended early. " + e.getMessage());
            return false;
        }
    }

    private static boolean run(DemoOptions options) {
        try (Venue venue = Venue.of(options);
                Screen screen = Screen.standard()) {
            // All the rest happens on event loops and schedulers, where nothing may block. The main thread of a program
            // has nothing to do but to wait for the end, so here, and only here, blocking is right.
            return Boolean.TRUE.equals(new Demo(venue, screen).everything().block(LONGEST));
        }
    }

    private Mono<Boolean> everything() {
        return screen.lines(venue.introduction())
                .then(calls())
                .then(failures())
                .then(traffic())
                .doFinally(signal -> dispose());
    }

    private void dispose() {
        webSocket.dispose();
        rest.dispose();
    }

    private Mono<Void> calls() {
        return Flux.concat(new GeneralCalls(REST, rest).all(), new GeneralCalls(WEB_SOCKET_API, webSocket).all())
                .collectList()
                .flatMap(answers -> screen.section(
                        "The same typed calls on both wires; on each wire the first one has to connect",
                        GeneralCalls.table(answers)));
    }

    private Mono<Void> failures() {
        return Flux.concat(
                        new FailingCalls(REST, rest, venue).all(),
                        new FailingCalls(WEB_SOCKET_API, webSocket, venue).all())
                .collectList()
                .flatMap(failures -> screen.section(
                        "Calls that fail; the type says what the caller can do", FailingCalls.lines(failures)));
    }

    /** Requests in a steady stream on both wires, and meanwhile one incident after the other. */
    private Mono<Boolean> traffic() {
        Traffic overRest = new Traffic(REST, rest, Math.max(1, venue.requestsPerSecond() / 10));
        Traffic overWebSocket = new Traffic(WEB_SOCKET_API, webSocket, venue.requestsPerSecond());
        Mono<Void> incidents = new Incidents(venue, webSocket.session(), screen, overWebSocket)
                .all()
                .cache();
        Mono<Void> requests = Mono.when(overRest.until(incidents), overWebSocket.until(incidents))
                .doFinally(signal -> dispose());
        return screen.section(venue.trafficTitle(), EventLog.head())
                .then(Mono.when(sessionEvents(), requests))
                .then(Mono.defer(() -> conclude(List.of(overRest.report(), overWebSocket.report()))));
    }

    private Mono<Void> sessionEvents() {
        return Mono.defer(() -> new EventLog(screen, webSocket.events(), Instant.now()).follow());
    }

    private Mono<Boolean> conclude(List<Traffic.Report> reports) {
        Summary summary = new Summary(reports, webSocket.statistics());
        return screen.section("Summary", summary.table())
                .then(screen.lines(List.of(summary.verdict())))
                .thenReturn(summary.nothingLost());
    }
}
