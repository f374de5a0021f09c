/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A WebSocket session that outlives its sockets. Four pieces: one socket ({@code SessionSocket}), the logical session across
 * sockets ({@code WebSocketSession}), the pure decision what to do next ({@code ReconnectDecision}), and the attempts so far
 * ({@code ConnectionAttempts}). What the frames mean is the business of a {@code SessionProtocol}; how they travel, of a
 * {@code WebSocketTransport}.
 */
@NullMarked
package io.github.binancereactive.ws.session;

import org.jspecify.annotations.NullMarked;
