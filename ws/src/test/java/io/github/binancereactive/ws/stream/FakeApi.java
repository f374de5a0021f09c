/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.model.market.AggTrade;
import io.github.binancereactive.core.model.market.Trade;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import reactor.core.publisher.Mono;

/** Answers questions for market data, in the order in which the test has put the answers in. */
final class FakeApi implements MarketDataApi {

    final List<String> asked = new ArrayList<>();
    private final Deque<Mono<?>> answers = new ArrayDeque<>();

    FakeApi answers(Object answer) {
        return answers(Mono.just(answer));
    }

    FakeApi fails(Throwable failure) {
        return answers(Mono.error(failure));
    }

    FakeApi answers(Mono<?> answer) {
        answers.add(answer);
        return this;
    }

    void forget() {
        answers.clear();
        asked.clear();
    }

    @Override
    @SuppressWarnings("unchecked") // the test puts in what is asked for
    public <R> Mono<R> exchange(Call<R> call) {
        return Mono.defer(() -> {
            asked.add(call.endpoint().name() + "?" + QueryString.of(call.complete()));
            Mono<?> answer = answers.poll();
            return answer == null ? Mono.never() : (Mono<R>) answer;
        });
    }

    static List<Trade> trades(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(
                        id -> new Trade(id, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, Events.at(id), true, true))
                .toList();
    }

    static List<AggTrade> aggTrades(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> new AggTrade(id, BigDecimal.ONE, BigDecimal.ONE, id, id, Events.at(id), true, true))
                .toList();
    }
}
