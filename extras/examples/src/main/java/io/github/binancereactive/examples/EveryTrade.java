/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;

/** A hundred trades in a row, of which none is missing. */
// tag::program[]
public final class EveryTrade {

    public static void main(String[] arguments) {
        var rest = BinanceRestClient.create(BinanceEnvironment.LIVE);
        var streams = BinanceMarketStreams.create(BinanceEnvironment.LIVE);
        streams.trades("BTCUSDT")
                .withBackfill(rest) // what is missed while there is no connection, is fetched
                .take(100)
                .doOnNext(trade -> System.out.println(trade.id() + ": " + trade.qty() + " at " + trade.price()))
                .blockLast(); // only here, on a main thread that has nothing else to do
        streams.dispose();
        rest.dispose();
    }
}
// end::program[]
