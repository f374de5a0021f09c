/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

class LargeAnswerIT extends SimulatedRest {

    private static final int SYMBOLS = 2_276;

    private final ExchangeSimulator exchange = start(ExchangeSimulator.builder().symbols(SYMBOLS));
    private final BinanceRestClient client = client(exchange);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isTheSameAsDecodedInOnePiece(boolean compressed) {
        byte[] body = HttpClient.create()
                .get()
                .uri(exchange.uri("http") + "/api/v3/exchangeInfo")
                .responseContent()
                .aggregate()
                .asByteArray()
                .block(PATIENCE);
        ExchangeInfo expected = JsonCodec.create().decode(ResultType.of(ExchangeInfo.class), body, 0, body.length);

        ExchangeInfo info = client.withCompression(compressed).exchangeInfo().block(PATIENCE);
        assertThat(info.symbols()).hasSizeGreaterThan(2_000).isEqualTo(expected.symbols());
        assertThat(info.rateLimits()).isEqualTo(expected.rateLimits());
    }

    @Test
    void isDecodedAwayFromTheEventLoop() {
        Scheduler decoding = Schedulers.newSingle("decoding", true);
        closing(() -> decoding.disposeGracefully().block(PATIENCE));
        BinanceRestClient elsewhere = client.withDecodeScheduler(decoding);

        assertThat(elsewhere
                        .exchangeInfo()
                        .map(info -> Thread.currentThread().getName())
                        .block(PATIENCE))
                .startsWith("decoding");
        assertThat(elsewhere
                        .time()
                        .map(time -> Thread.currentThread().getName())
                        .block(PATIENCE))
                .startsWith("reactor-http");
    }

    @Test
    void comesManyAtATime() {
        assertThat(Flux.range(0, 8)
                        .flatMap(i -> client.exchangeInfo())
                        .map(info -> info.symbols().size())
                        .distinct()
                        .collectList()
                        .block(PATIENCE))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 70_000, 1_000_000})
    void isRefusedBeyondTheBound(int bound) {
        BinanceRestClient bounded = client.withMaxBodySize(bound);

        StepVerifier.create(bounded.exchangeInfo())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ProtocolException.class)
                        .hasMessage("exchangeInfo: the answer is larger than " + bound + " bytes (maxBodySize)"));
        StepVerifier.create(bounded.withCompression(true).exchangeInfo())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ProtocolException.class)
                        .hasMessage("exchangeInfo: the answer is larger than " + bound + " bytes (maxBodySize)"));
        StepVerifier.create(bounded.ping()).verifyComplete();
    }

    @Test
    void thatBreaksOffIsALostConnection() {
        exchange.inject(Fault.truncatedFrame());

        StepVerifier.create(client.exchangeInfo()).verifyError(ConnectionLostException.class);
    }

    @Test
    void thatIsNoJsonIsAProtocolError() {
        exchange.inject(Fault.garbage("{\"symbols\":[" + "x".repeat(1_000_000)));

        StepVerifier.create(client.exchangeInfo())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ProtocolException.class)
                        .hasMessage("exchangeInfo: the answer could not be decoded"));
        StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
    }

    @Test
    void leavesNothingBehindWhenItIsCancelled() {
        for (int i = 0; i < 50; i++) {
            exchange.clearRequests();
            Disposable request = client.exchangeInfo().onErrorComplete().subscribe();
            awaitRequests(exchange, 1);
            request.dispose();
        }
        StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
    }

    @Test
    void endsWhenNobodyDecodesAnyMore() {
        Scheduler gone = Schedulers.newSingle("gone", true);
        gone.dispose();

        StepVerifier.create(client.withDecodeScheduler(gone).exchangeInfo()).verifyError(ClientClosedException.class);
    }
}
