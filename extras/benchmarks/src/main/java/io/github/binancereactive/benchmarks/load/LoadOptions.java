/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How much to measure.
 *
 * @param rounds measured rounds of each side
 * @param warmUps rounds of each side before them
 * @param roundNanos how long a round is
 * @param only scenarios whose name contains this; empty for all
 * @param side of those that a flood is for, whose name contains this; empty for all
 */
record LoadOptions(int rounds, int warmUps, long roundNanos, String only, String side) {

    static LoadOptions parse(String... arguments) {
        LoadOptions options = new LoadOptions(11, 4, TimeUnit.SECONDS.toNanos(1), "", "");
        for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private LoadOptions with(String name, Iterator<String> rest) {
        if (name.equals("--smoke")) {
            return new LoadOptions(1, 1, TimeUnit.MILLISECONDS.toNanos(100), only, side);
        }
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " is unknown or needs a value");
        }
        String value = rest.next();
        return switch (name) {
            case "--rounds" -> new LoadOptions(bounded(value, 100), warmUps, roundNanos, only, side);
            case "--warm-ups" -> new LoadOptions(rounds, bounded(value, 100), roundNanos, only, side);
            case "--round-millis" ->
                new LoadOptions(rounds, warmUps, TimeUnit.MILLISECONDS.toNanos(bounded(value, 10_000)), only, side);
            case "--only" -> new LoadOptions(rounds, warmUps, roundNanos, value, side);
            case "--side" -> new LoadOptions(rounds, warmUps, roundNanos, only, value);
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static int bounded(String value, int most) {
        int number = Integer.parseInt(value);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("must be from 1 to " + most + ", not " + number);
        }
        return number;
    }
}
