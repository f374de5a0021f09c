/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.ExecutionRules;
import io.github.binancereactive.core.request.ExecutionRulesQuery;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls each general endpoint twice. It knows the API and not the wire, so one class will do for both. */
final class GeneralCalls {

    private final String wire;
    private final SpotApi api;

    GeneralCalls(String wire, SpotApi api) {
        this.wire = wire;
        this.api = api;
    }

    /** An answer, and how long it took the first time and the second. */
    record Answer(String wire, String endpoint, Duration first, Duration second, String content) {}

    Flux<Answer> all() {
        return Flux.concat(
                twice("ping", api.ping().thenReturn("answered, without content")),
                twice("time", api.time().map(time -> time.serverTime().toString())),
                twice("exchangeInfo", api.exchangeInfo().map(GeneralCalls::describe)),
                twice(
                        "executionRules",
                        api.executionRules(ExecutionRulesQuery.symbol("BTCUSDT"))
                                .map(GeneralCalls::describe)));
    }

    /** The call is cold: each subscription sends a request of its own. */
    private Mono<Answer> twice(String endpoint, Mono<String> call) {
        return call.timed()
                .zipWhen(
                        first -> call.timed(),
                        (first, second) -> new Answer(wire, endpoint, first.elapsed(), second.elapsed(), second.get()));
    }

    private static String describe(ExchangeInfo info) {
        return "%,d symbols, %d rate limits"
                .formatted(info.symbols().size(), info.rateLimits().size());
    }

    private static String describe(ExecutionRules rules) {
        int count = rules.symbolRules().stream()
                .mapToInt(each -> each.rules().size())
                .sum();
        return "%d for BTCUSDT".formatted(count);
    }

    static List<String> table(List<Answer> answers) {
        Table table = new Table("wire", "endpoint", ">first", ">second", "answer");
        for (Answer answer : answers) {
            table.row(
                    answer.wire(),
                    answer.endpoint(),
                    Table.millis(answer.first()),
                    Table.millis(answer.second()),
                    answer.content());
        }
        return table.lines();
    }
}
