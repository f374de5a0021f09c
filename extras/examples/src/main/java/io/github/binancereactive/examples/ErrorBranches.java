/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Errors are told apart by what the caller can do about them. */
public final class ErrorBranches {

    private final SpotApi api;

    /**
     * Over either wire.
     *
     * @param api a client
     */
    public ErrorBranches(SpotApi api) {
        this.api = api;
    }

    /**
     * What to do about an error.
     *
     * @param error what a call ended with
     * @return advice in words
     */
    // tag::branches[]
    public static String advice(BinanceException error) {
        if (error instanceof RejectedException rejected) {
            return "change the request, the exchange said " + rejected.code() + ": " + rejected.reason();
        } else if (error instanceof TransientException later) {
            return "try again " + later.retryAfter().map(at -> "after " + at).orElse("later");
        } else if (error instanceof OutcomeUnknownException unknown) {
            return "ask for the order " + unknown.clientOrderId().orElse("") + " before anything else";
        }
        return "report it: " + error.getMessage(); // ProtocolException, ClientClosedException
    }
    // end::branches[]

    /**
     * A symbol, or nothing if the exchange doesn't list it.
     *
     * @param name its name
     * @return may be empty; fails when the exchange can't be reached for a while
     */
    // tag::operators[]
    public Mono<SymbolInfo> symbol(String name) {
        return api.exchangeInfo(ExchangeInfoQuery.symbol(name))
                .map(info -> info.symbols().get(0))
                .retryWhen(Retry.backoff(3, Duration.ofMillis(200)).filter(TransientException.class::isInstance))
                .onErrorResume(RejectedException.class, unknownSymbol -> Mono.empty());
    }
    // end::operators[]
}
