/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What one IP address may do, and one account.
 *
 * <p>How many refused requests bring a ban, and how a ban grows, the exchange does not say beyond "from 2 minutes to 3
 * days"; here each further ban lasts twice as long as the one before.
 *
 * @param requestWeight request weight in a minute
 * @param rawRequests requests in five minutes, whatever they weigh
 * @param connections WebSocket connection attempts in five minutes
 * @param ordersInTenSeconds unfilled orders that an account may place in ten seconds
 * @param ordersInADay unfilled orders that an account may place in a day
 * @param banThreshold how many requests after the first 429 of a window are still answered with 429; the next is a ban
 * @param firstBan how long the first ban lasts
 * @param longestBan the longest a ban gets
 * @param streamMessages messages, pings and pongs that a connection of the streams may send in a second
 * @param streams streams that one connection may have
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits">Limits</a>
 */
public record SimulatedLimits(
        long requestWeight,
        long rawRequests,
        long connections,
        long ordersInTenSeconds,
        long ordersInADay,
        int banThreshold,
        Duration firstBan,
        Duration longestBan,
        int streamMessages,
        int streams) {

    /**
     * What the exchange documents: 6,000 weight in a minute, 300,000 requests and 300 connections in five minutes, 100
     * unfilled orders in ten seconds and 200,000 in a day, bans from two minutes to three days; on a connection of the streams 5
     * messages in a second and 1,024 streams.
     *
     * @return the documented limits
     */
    public static SimulatedLimits documented() {
        return new SimulatedLimits(
                6_000, 300_000, 300, 100, 200_000, 10, Duration.ofMinutes(2), Duration.ofDays(3), 5, 1024);
    }

    /**
     * No limit that any test or benchmark reaches; the answers still show limits and counts.
     *
     * @return limits of a billion and more
     */
    public static SimulatedLimits unlimited() {
        return documented()
                .withRequestWeight(1_000_000_000)
                .withRawRequests(1_000_000_000)
                .withConnections(1_000_000_000)
                .withOrders(1_000_000_000, 1_000_000_000)
                .withStreamMessages(1_000_000_000)
                .withStreams(1_000_000_000);
    }

    /**
     * These limits with another weight per minute.
     *
     * @param weight request weight in a minute
     * @return new limits
     */
    public SimulatedLimits withRequestWeight(long weight) {
        return with(draft -> draft.requestWeight = weight);
    }

    /**
     * These limits with another number of requests.
     *
     * @param requests requests in five minutes
     * @return new limits
     */
    public SimulatedLimits withRawRequests(long requests) {
        return with(draft -> draft.rawRequests = requests);
    }

    /**
     * These limits with another number of connection attempts.
     *
     * @param attempts attempts in five minutes
     * @return new limits
     */
    public SimulatedLimits withConnections(long attempts) {
        return with(draft -> draft.connections = attempts);
    }

    /**
     * These limits with another patience.
     *
     * @param refused how many requests after the first 429 are answered with 429 before the ban
     * @return new limits
     */
    public SimulatedLimits withBanThreshold(int refused) {
        return with(draft -> draft.banThreshold = refused);
    }

    /**
     * These limits with other numbers of unfilled orders.
     *
     * @param inTenSeconds unfilled orders of an account in ten seconds
     * @param inADay unfilled orders of an account in a day
     * @return new limits
     */
    public SimulatedLimits withOrders(long inTenSeconds, long inADay) {
        return with(draft -> {
            draft.ordersInTenSeconds = inTenSeconds;
            draft.ordersInADay = inADay;
        });
    }

    /**
     * These limits with another number of messages.
     *
     * @param messages messages, pings and pongs that a connection of the streams may send in a second
     * @return new limits
     */
    public SimulatedLimits withStreamMessages(int messages) {
        return with(draft -> draft.streamMessages = messages);
    }

    /**
     * These limits with another number of streams.
     *
     * @param most streams that one connection may have
     * @return new limits
     */
    public SimulatedLimits withStreams(int most) {
        return with(draft -> draft.streams = most);
    }

    private SimulatedLimits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** A copy to be changed: the one place that names all components twice. */
    private static final class Draft {
        long requestWeight;
        long rawRequests;
        long connections;
        long ordersInTenSeconds;
        long ordersInADay;
        int banThreshold;
        Duration firstBan;
        Duration longestBan;
        int streamMessages;
        int streams;

        Draft(SimulatedLimits from) {
            requestWeight = from.requestWeight;
            rawRequests = from.rawRequests;
            connections = from.connections;
            ordersInTenSeconds = from.ordersInTenSeconds;
            ordersInADay = from.ordersInADay;
            banThreshold = from.banThreshold;
            firstBan = from.firstBan;
            longestBan = from.longestBan;
            streamMessages = from.streamMessages;
            streams = from.streams;
        }

        SimulatedLimits finish() {
            return new SimulatedLimits(
                    requestWeight,
                    rawRequests,
                    connections,
                    ordersInTenSeconds,
                    ordersInADay,
                    banThreshold,
                    firstBan,
                    longestBan,
                    streamMessages,
                    streams);
        }
    }
}
