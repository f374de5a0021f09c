/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.ws.session.SessionState;

/**
 * One of the sessions that bring streams, at one moment.
 *
 * @param number its number, counted from 1
 * @param exclusive whether it belongs to a single subscriber, which may stop reading it
 * @param streams how many streams it is to bring
 * @param state where it stands
 */
public record MarketStreamConnection(int number, boolean exclusive, int streams, SessionState state) {}
