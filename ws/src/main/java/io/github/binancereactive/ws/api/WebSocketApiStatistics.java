/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

/**
 * What a client has counted since it was made.
 *
 * @param inFlight requests that wait at this moment, for a socket or for an answer
 * @param written request frames given to sockets, repeats included
 * @param answered answers that a request waited for, refusals included
 * @param failed requests that ended with an error, whatever its kind
 * @param cancelled requests given up by their subscribers
 * @param repeated requests sent once more, because their socket was lost or because they were refused for their timestamp
 * @param lateOrDuplicate answers to requests that had ended already
 * @param unknownIds answers with ids that were never given out
 * @param uncorrelatedErrors errors without id
 * @param undecodable frames that could not be read
 * @param ignoredEvents events that nobody asked for
 */
public record WebSocketApiStatistics(
        int inFlight,
        long written,
        long answered,
        long failed,
        long cancelled,
        long repeated,
        long lateOrDuplicate,
        long unknownIds,
        long uncorrelatedErrors,
        long undecodable,
        long ignoredEvents) {}
