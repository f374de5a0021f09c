/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

/**
 * What {@link BinanceMarketStreams} has counted since it was made.
 *
 * @param connections connections in use at this moment
 * @param streams streams that are wanted at this moment
 * @param frames frames read, answers included
 * @param events events that connections have brought; what two of them brought during a rotation counts twice
 * @param duplicates events that were dropped because another connection had brought them
 * @param dropped events that subscribers have lost to their overflow policies; each counts for itself
 * @param ignored frames of streams that nobody wants any more
 * @param undecodable frames that could not be read
 * @param messages messages sent: subscriptions, their ends, and questions about them
 * @param pongs answers to pings, which count towards the same limit
 * @param refused streams that the exchange has refused
 * @param unknownAnswers answers and errors that belong to no message
 */
public record MarketStreamStatistics(
        int connections,
        int streams,
        long frames,
        long events,
        long duplicates,
        long dropped,
        long ignored,
        long undecodable,
        long messages,
        long pongs,
        long refused,
        long unknownAnswers) {}
