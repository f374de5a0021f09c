/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.stream.MarketStream;

/**
 * Decodes the events of one stream. Made by a {@link StreamCodec}, which alone knows how; for any thread.
 *
 * @param <T> the events
 */
public interface EventDecoder<T> {

    /**
     * The stream.
     *
     * @return whose events it decodes
     */
    MarketStream<T> stream();
}
