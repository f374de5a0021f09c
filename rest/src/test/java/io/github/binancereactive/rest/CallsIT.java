/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.ExecutionRulesQuery;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.RecordedRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CallsIT extends SimulatedRest {

    private final ExchangeSimulator exchange = simulator();
    private final BinanceRestClient client = client(exchange);

    @Test
    void callsTheGeneralEndpoints() {
        StepVerifier.create(client.ping()).verifyComplete();
        StepVerifier.create(client.time())
                .assertNext(time -> assertThat(time.serverTime()).isBeforeOrEqualTo(exchange.now()))
                .verifyComplete();
        StepVerifier.create(client.exchangeInfo())
                .assertNext(info -> assertThat(info.symbols()).isNotEmpty())
                .verifyComplete();
        StepVerifier.create(client.executionRules(ExecutionRulesQuery.symbol("BTCUSDT")))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void sendsWhoItIsAndWhatItTakes() {
        client.time().block(PATIENCE);

        assertThat(only().headers())
                .containsEntry("accept", "application/json")
                .containsEntry("user-agent", "binance-reactive")
                .doesNotContainKeys("accept-encoding", "x-mbx-time-unit");
    }

    @Test
    void asksForMicroseconds() {
        Instant time = client.withTimeUnit(TimestampUnit.MICROSECOND)
                .time()
                .block(PATIENCE)
                .serverTime();

        assertThat(only().headers()).containsEntry("x-mbx-time-unit", "MICROSECOND");
        assertThat(time).isBetween(exchange.now().minusSeconds(10), exchange.now());
    }

    @Test
    void asksForCompressionWhenToldTo() {
        ExchangeInfo plain = client.exchangeInfo().block(PATIENCE);
        ExchangeInfo compressed = client.withCompression(true).exchangeInfo().block(PATIENCE);

        assertThat(compressed.symbols()).isEqualTo(plain.symbols());
        assertThat(exchange.requests().get(1).headers()).containsEntry("accept-encoding", "gzip");
    }

    @Test
    void sendsListsAsPercentEncodedJson() {
        List<SymbolInfo> symbols = client.exchangeInfo(ExchangeInfoQuery.symbols("BTCUSDT", "ETHUSDT"))
                .block(PATIENCE)
                .symbols();

        assertThat(symbols).extracting(SymbolInfo::symbol).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(only().raw()).contains("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22%2C%22ETHUSDT%22%5D");
    }

    @Test
    void sendsSymbolsThatAreNotAscii() {
        String symbol = client.exchangeInfo().block(PATIENCE).symbols().stream()
                .map(SymbolInfo::symbol)
                .filter(name -> !name.chars().allMatch(c -> c < 128))
                .findFirst()
                .orElseThrow();
        exchange.clearRequests();

        assertThat(client.exchangeInfo(ExchangeInfoQuery.symbol(symbol))
                        .block(PATIENCE)
                        .symbols())
                .hasSize(1);
        assertThat(only().param("symbol")).isEqualTo(symbol);
        assertThat(only().raw()).contains("symbol=%").matches("\\p{ASCII}*");
    }

    @Test
    void sendsParametersOfAnyMethodInTheQueryString() {
        StepVerifier.create(client.exchange(PLACE_CALL))
                .expectNext(new ServerTime(Instant.ofEpochMilli(2)))
                .verifyComplete();

        assertThat(only().method()).isEqualTo(PLACE);
        assertThat(only().raw()).contains("/api/v3/order?symbol=CANARY&newClientOrderId=" + ORDER_ID);
        assertThat(only().headers()).containsEntry("content-length", "0");
    }

    @Test
    void refusesAtOnceWhatItCannotSend() {
        assertThatThrownBy(() -> client.exchange(Call.of(PLACE_ENDPOINT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order.place: 'symbol' is mandatory and missing");
        assertThatThrownBy(() -> client.exchange(
                        Call.of(Endpoint.webSocketOnly("session.status").returnsNothing())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("session.status: the REST API does not have this endpoint");
        assertThat(exchange.requests()).isEmpty();
    }

    @Test
    void sendsOnceForEachSubscriptionAndNotBefore() {
        Mono<ServerTime> time = client.time();
        assertThat(exchange.requests()).isEmpty();

        time.block(PATIENCE);
        time.block(PATIENCE);
        assertThat(exchange.requests()).hasSize(2);
    }

    @Test
    void keepsTheAnswerUntilItIsAskedFor() {
        StepVerifier.create(client.time(), 0)
                .expectSubscription()
                .then(() -> awaitRequests(exchange, 1))
                .thenRequest(1)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void usesOneConnectionForOneRequestAfterTheOther() {
        Flux.range(0, 20).concatMap(i -> client.time()).blockLast(PATIENCE);

        assertThat(exchange.requests()).extracting(RecordedRequest::connection).hasSize(20);
        // The next request may begin before the connection of the last one is back.
        assertThat(exchange.requests().stream().map(RecordedRequest::connection).distinct())
                .hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersManyRequestsAtATime(boolean compressed) {
        BinanceRestClient narrow = client.withMaxConnections(50).withCompression(compressed);
        List<ServerTime> times = Flux.range(0, 200)
                .flatMap(i -> narrow.time(), 200)
                .collectList()
                .block(PATIENCE);

        assertThat(times).hasSize(200);
        assertThat(exchange.requests().stream().map(RecordedRequest::connection).distinct())
                .hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void carriesTheContextOfTheSubscriber() {
        AtomicReference<String> seen = new AtomicReference<>();
        client.withHttpClient(http -> http.doOnRequest((request, connection) ->
                        seen.set(request.currentContextView().get("key"))))
                .time()
                .contextWrite(context -> context.put("key", "value"))
                .block(PATIENCE);

        assertThat(seen).hasValue("value");
    }

    private RecordedRequest only() {
        assertThat(exchange.requests()).hasSize(1);
        return exchange.requests().get(0);
    }
}
