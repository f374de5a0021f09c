/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.ResultType;
import java.util.Objects;
import java.util.TreeSet;

/** A codec that collects what it doesn't know. */
final class Reports {

    final TreeSet<String> unknown = new TreeSet<>();
    final JsonCodec codec = JsonCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));

    <R> R decode(ResultType<R> type, byte[] json) {
        return Objects.requireNonNull(codec.decode(type, json, 0, json.length));
    }
}
