/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import reactor.core.publisher.Flux;

/** The same typed call over both wires. */
// tag::program[]
public final class BothWires {

    public static void main(String[] arguments) {
        var rest = BinanceRestClient.create(BinanceEnvironment.LIVE);
        var webSocket = BinanceWebSocketApiClient.create(BinanceEnvironment.LIVE);
        Flux.just(rest, webSocket)
                .flatMap(api -> api.exchangeInfo(ExchangeInfoQuery.symbol("BTCUSDT")))
                .doOnNext(info -> System.out.println(info.symbols().get(0).orderTypes()))
                .blockLast(); // only here, on a main thread that has nothing else to do
        webSocket.dispose();
        rest.dispose();
    }
}
// end::program[]
