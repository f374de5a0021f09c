/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import java.time.Duration;

/** How often streams speak that don't go by what happens. */
final class Periods {

    static final Duration TENTH = Duration.ofMillis(100);
    static final Duration SECOND = Duration.ofSeconds(1);
    static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private Periods() {}
}
