/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.benchmarks.load.LoadTest;
import java.util.Arrays;

/** The one program of this module: {@code load ...} runs the load test, everything else goes to JMH. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs what the arguments name.
     *
     * @param arguments those of {@link LoadTest} behind {@code load}, or those of JMH
     * @throws Exception when a benchmark can't be run
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("load")) {
            LoadTest.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            org.openjdk.jmh.Main.main(arguments);
        }
    }
}
