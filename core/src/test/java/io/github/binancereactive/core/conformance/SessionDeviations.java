/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import java.util.Map;

/** Of the endpoints of sessions. */
final class SessionDeviations {

    static final Map<String, Deviation> ALL = Map.ofEntries();

    private SessionDeviations() {}
}
