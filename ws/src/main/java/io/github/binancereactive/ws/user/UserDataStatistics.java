/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

/**
 * What the user data of one client, all accounts together, has counted since it was made.
 *
 * @param subscribers those that are there at this moment
 * @param events events that were handed on, each counted once however many subscribers it has
 * @param duplicates events that came over two connections and were handed on once
 * @param dropped signals that found the buffer of a subscriber full, which ended that subscriber
 * @param unclaimed events that belonged to none of our subscriptions, or that came before the number of their subscription and
 *     were too many to keep: then it begins with what came after its number
 * @param gaps gaps that were signalled
 */
public record UserDataStatistics(
        int subscribers, long events, long duplicates, long dropped, long unclaimed, long gaps) {}
