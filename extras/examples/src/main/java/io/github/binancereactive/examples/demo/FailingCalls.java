/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.ExecutionRulesQuery;
import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.model.general.SymbolStatus;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that end with an error, each with another kind of it. */
final class FailingCalls {

    private final String wire;
    private final SpotApi api;
    private final Venue venue;

    FailingCalls(String wire, SpotApi api, Venue venue) {
        this.wire = wire;
        this.api = api;
        this.venue = venue;
    }

    /** What was tried, and what came of it. */
    record Failure(String wire, String what, String type, String message) {}

    Flux<Failure> all() {
        return Flux.concat(unknownSymbol(), badInput(), rateLimited());
    }

    private Mono<Failure> unknownSymbol() {
        return failure("an unknown symbol", api.exchangeInfo(ExchangeInfoQuery.symbol("NOSUCHCOIN")));
    }

    /** The query itself refuses: no request is made, let alone sent. */
    private Mono<Failure> badInput() {
        return failure(
                "symbol together with symbolStatus",
                Mono.defer(() ->
                        api.exchangeInfo(ExchangeInfoQuery.symbol("BTCUSDT").symbolStatus(SymbolStatus.TRADING))));
    }

    private Mono<Failure> rateLimited() {
        return Mono.defer(() -> venue.limitNextExecutionRules()
                ? failure("one request too many", api.executionRules(ExecutionRulesQuery.symbol("BTCUSDT")))
                : Mono.empty());
    }

    private Mono<Failure> failure(String what, Mono<?> call) {
        return call.map(answer -> new Failure(wire, what, "(none)", "answered"))
                .onErrorResume(error -> Mono.just(
                        new Failure(wire, what, error.getClass().getSimpleName(), String.valueOf(error.getMessage()))));
    }

    static List<String> lines(List<Failure> failures) {
        List<String> lines = new ArrayList<>();
        for (Failure failure : failures) {
            lines.add("  %s, over %s".formatted(failure.what(), failure.wire()));
            lines.add("      %s: %s".formatted(failure.type(), failure.message()));
        }
        return lines;
    }
}
