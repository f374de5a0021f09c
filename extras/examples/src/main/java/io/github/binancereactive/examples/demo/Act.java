/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import reactor.core.publisher.Mono;

/** One part of the demo: does something, shows it, and says whether all went as it had to. */
interface Act {

    /** False when something didn't; an error when it can't go on. */
    Mono<Boolean> play();
}
