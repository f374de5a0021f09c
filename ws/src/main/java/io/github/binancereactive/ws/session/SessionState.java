/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.time.Instant;

/**
 * A session at one moment.
 *
 * @param status where it stands
 * @param connection number of the socket in use; 0 when there is none
 * @param draining how many predecessors still wait for answers
 * @param attempt number of the attempt under way; 0 when there is none
 * @param since when the status was entered
 */
public record SessionState(SessionStatus status, long connection, int draining, int attempt, Instant since) {}
