/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The demo: a client on each wire calls the general endpoints, sees calls fail, places, amends, cancels and fills orders, waits
 * for its budget, finds out what became of orders without an answer, shows streams and order books live while their connection is
 * replaced and reset, and goes on sending requests while its WebSocket connections are replaced, announced to end, reset and left
 * half-open. {@code --help} says what it takes.
 */
public final class Demo {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Venue venue;
    private final Screen screen;
    private final Clients clients;

    private Demo(Venue venue, Screen screen) {
        this.venue = venue;
        this.screen = screen;
        this.clients = Clients.of(venue);
    }

    /**
     * Runs the demo and exits: with 0 when everything went as it had to, with 1 when something did not, with 2 when the
     * arguments make no sense.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        Venue venue;
        try {
            DemoOptions options = DemoOptions.parse(arguments);
            if (options.help()) {
                System.out.print(DemoOptions.HELP);
                return;
            }
            venue = Venue.of(options);
        } catch (IllegalArgumentException e) {
            System.err.print(e.getMessage() + "\n\n" + DemoOptions.HELP);
            System.exit(2);
            return;
        }
        System.exit(succeeds(venue) ? 0 : 1);
    }

    private static boolean succeeds(Venue venue) {
        try (venue;
                Screen screen = Screen.standard()) {
            // All the rest happens on event loops and schedulers, where nothing may block. The main thread of a program
            // has nothing to do but to wait for the end, so here, and only here, blocking is right.
            return Boolean.TRUE.equals(new Demo(venue, screen).everything().block(LONGEST));
        } catch (BinanceException e) {
            System.err.println("The demo ended early. " + e.getMessage());
            return false;
        }
    }

    private Mono<Boolean> everything() {
        List<Act> acts = new ArrayList<>();
        acts.add(this::calls);
        acts.add(this::failures);
        acts.addAll(venue.acts(clients, screen));
        acts.add(new LiveMarket(venue, clients, screen));
        acts.add(this::traffic);
        return screen.lines(venue.introduction())
                .thenMany(Flux.fromIterable(acts).concatMap(Act::play))
                .reduce(true, Boolean::logicalAnd)
                .flatMap(this::conclude)
                .doFinally(signal -> clients.dispose());
    }

    private Mono<Boolean> calls() {
        return Flux.fromIterable(clients.wires())
                .concatMap(wire -> new GeneralCalls(wire.name(), wire.api()).all())
                .collectList()
                .flatMap(answers -> screen.section(
                        "The same typed calls on both wires; on each wire the first one has to connect",
                        GeneralCalls.table(answers)))
                .thenReturn(true);
    }

    private Mono<Boolean> failures() {
        return Flux.fromIterable(clients.wires())
                .concatMap(wire -> new FailingCalls(wire.name(), wire.api(), venue).all())
                .collectList()
                .flatMap(failures -> screen.section(
                                "Calls that fail; the type says what the caller can do", FailingCalls.lines(failures))
                        .thenReturn(failures.stream().allMatch(FailingCalls.Failure::held)));
    }

    /** Requests in a steady stream on both wires, and meanwhile one incident after the other. */
    private Mono<Boolean> traffic() {
        BinanceWebSocketApiClient webSocket = clients.webSocket();
        Traffic overRest = new Traffic("REST", clients.rest(), Math.max(1, venue.requestsPerSecond() / 10));
        Traffic overWebSocket = new Traffic("WebSocket API", webSocket, venue.requestsPerSecond());
        Mono<Void> incidents = new Incidents(venue, webSocket.session(), screen, overWebSocket)
                .all()
                .cache();
        Mono<Void> requests = Mono.when(overRest.until(incidents), overWebSocket.until(incidents))
                .doFinally(signal -> clients.dispose());
        return screen.section(venue.trafficTitle(), EventLog.head())
                .then(Mono.when(sessionEvents(), requests))
                .then(Mono.defer(() -> summary(List.of(overRest.report(), overWebSocket.report()))));
    }

    private Mono<Void> sessionEvents() {
        return Mono.defer(() -> new EventLog(screen, clients.webSocket().events(), Instant.now()).follow());
    }

    private Mono<Boolean> summary(List<Traffic.Report> reports) {
        Summary summary = new Summary(reports, clients.webSocket().statistics());
        return screen.section("Summary", summary.table())
                .then(screen.lines(List.of(summary.verdict())))
                .then(screen.section(
                        "The budget that both wires share",
                        BudgetTable.lines(clients.budget().state())))
                .thenReturn(summary.nothingLost());
    }

    private Mono<Boolean> conclude(boolean held) {
        String verdict = held ? "Everything went as it had to." : "Not everything went as it had to; see above.";
        return screen.lines(List.of("\n  " + verdict)).thenReturn(held);
    }
}
