/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import io.github.binancereactive.testsupport.Incidents.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;

/** Signals that Reactor drops because their subscriber is gone: by default only a log line tells of them. */
final class DroppedSignals {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedSignals.class);

    private DroppedSignals() {}

    /** Runs before every test, because a test may have reset the hooks. Setting a hook twice would call it twice. */
    static void guard() {
        Hooks.resetOnErrorDropped();
        Hooks.resetOnNextDropped();
        Hooks.onErrorDropped(DroppedSignals::recordError);
        Hooks.onNextDropped(DroppedSignals::recordValue);
    }

    private static void recordError(Throwable error) {
        LOG.warn("Dropped error", error);
        Incidents.record(Kind.DROPPED_ERROR, error.toString(), error);
    }

    private static void recordValue(Object value) {
        AssertionError trace = new AssertionError("Dropped here: " + value);
        Incidents.record(Kind.DROPPED_VALUE, value.toString(), trace);
    }
}
