/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.ws.session.SessionEvent;

/**
 * Something that happened to one of the sessions that bring streams.
 *
 * @param session its number, counted from 1; see {@link MarketStreamConnection#number()}
 * @param event what happened
 */
public record MarketStreamEvent(int session, SessionEvent event) {}
