/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.error.BinanceException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * One thing that was tried.
 *
 * @param wire over which wire
 * @param what what it was
 * @param took how long until its end
 * @param outcome what came of it, in words
 * @param held whether that is what had to come
 */
record Step(String wire, String what, Duration took, String outcome, boolean held) {

    /** A call that has to be answered, and by what. */
    static <T> Mono<Step> of(Wire wire, String what, Mono<T> call, Function<T, String> words, Predicate<T> expected) {
        return call.timed()
                .map(end ->
                        new Step(wire.name(), what, end.elapsed(), words.apply(end.get()), expected.test(end.get())))
                .defaultIfEmpty(new Step(wire.name(), what, Duration.ZERO, "ended without a value", false))
                .onErrorResume(BinanceException.class, error -> Mono.just(failed(wire, what, error)));
    }

    private static Step failed(Wire wire, String what, BinanceException error) {
        return new Step(
                wire.name(), what, Duration.ZERO, error.getClass().getSimpleName() + ": " + error.getMessage(), false);
    }

    static boolean allHeld(List<Step> steps) {
        return !steps.isEmpty() && steps.stream().allMatch(Step::held);
    }

    static List<String> table(List<Step> steps) {
        Table table = new Table("wire", "what", ">took", "", "outcome");
        for (Step step : steps) {
            table.row(step.wire(), step.what(), Table.millis(step.took()), step.held() ? "ok" : "NO", step.outcome());
        }
        return table.lines();
    }
}
