/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.ExecutionRulesQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that end with an error, each with another kind of it. */
final class FailingCalls {

    /** Longer than an answer takes that nobody holds back, and far shorter than the time that the exchange names. */
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final String wire;
    private final SpotApi api;
    private final Venue venue;

    FailingCalls(String wire, SpotApi api, Venue venue) {
        this.wire = wire;
        this.api = api;
        this.venue = venue;
    }

    /** What was tried, what came of it, and whether that is what had to come. */
    record Failure(String wire, String what, String type, String message, boolean held) {}

    Flux<Failure> all() {
        return Flux.concat(unknownSymbol(), badInput(), rateLimited());
    }

    private Mono<Failure> unknownSymbol() {
        return failure(
                "an unknown symbol", RejectedException.class, api.exchangeInfo(ExchangeInfoQuery.symbol("NOSUCHCOIN")));
    }

    /** The query itself refuses: no request is made, let alone sent. */
    private Mono<Failure> badInput() {
        return failure(
                "symbol together with symbolStatus",
                IllegalArgumentException.class,
                Mono.defer(() ->
                        api.exchangeInfo(ExchangeInfoQuery.symbol("BTCUSDT").symbolStatus(SymbolStatus.TRADING))));
    }

    private Flux<Failure> rateLimited() {
        return Flux.defer(() -> venue.limitNextExecutionRules() ? oneTooMany() : Flux.empty());
    }

    private Flux<Failure> oneTooMany() {
        return Flux.concat(
                failure(
                        "one request too many",
                        RateLimitedException.class,
                        api.executionRules(ExecutionRulesQuery.symbol("BTCUSDT"))),
                next());
    }

    /** The gate of the budget is closed until the time that the exchange named. */
    private Mono<Failure> next() {
        return api.time()
                .timed()
                .map(end -> new Failure(
                        wire,
                        "the next request",
                        "(none)",
                        "the budget held it back for " + Table.millis(end.elapsed()) + ", then it was answered",
                        end.elapsed().compareTo(A_MOMENT) > 0));
    }

    private Mono<Failure> failure(String what, Class<? extends Throwable> expected, Mono<?> call) {
        return call.map(answer -> new Failure(wire, what, "(none)", "answered", false))
                .onErrorResume(error -> Mono.just(new Failure(
                        wire,
                        what,
                        error.getClass().getSimpleName(),
                        String.valueOf(error.getMessage()),
                        expected.isInstance(error))));
    }

    static List<String> lines(List<Failure> failures) {
        List<String> lines = new ArrayList<>();
        for (Failure failure : failures) {
            lines.add("  %s, over %s".formatted(failure.what(), failure.wire()));
            lines.add("      %s%s: %s"
                    .formatted(failure.held() ? "" : "NOT EXPECTED, ", failure.type(), failure.message()));
        }
        return lines;
    }
}
