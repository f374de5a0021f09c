/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

/**
 * An event as it came, for streams that this version knows nothing of.
 *
 * @param stream name of the stream
 * @param data its JSON
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#websocket-streams-for-binance">WebSocket streams</a>
 */
public record RawStreamEvent(String stream, String data) {}
