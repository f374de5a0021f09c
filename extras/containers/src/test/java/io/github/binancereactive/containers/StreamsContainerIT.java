/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.book.BinanceOrderBooks;
import io.github.binancereactive.ws.session.SessionOptions;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.MarketStreamOptions;
import io.github.binancereactive.ws.stream.StreamSignal;
import io.github.binancereactive.ws.user.BinanceUserDataStream;
import io.github.binancereactive.ws.user.UserDataSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What lives on connections, against the simulator in a container, whose market moves by itself. */
@Tag("container")
@Timeout(120)
class StreamsContainerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SYMBOL = "BTCUSDT";
    private static final SimulatorContainer SIMULATOR = new SimulatorContainer("--symbols", "4", "--market", "200");

    private BinanceMarketStreams streams;

    @BeforeAll
    static void startContainer() {
        SIMULATOR.start();
    }

    @AfterAll
    static void stopContainer() {
        SIMULATOR.stop();
    }

    @BeforeEach
    void start() {
        streams = BinanceMarketStreams.create(MarketStreamOptions.of(SIMULATOR.environment())
                .withSession(SessionOptions.defaults().withSilenceTimeout(Duration.ofSeconds(5))));
    }

    @AfterEach
    void stop() {
        streams.dispose();
    }

    @Test
    void aStreamBringsOneEventAfterTheOther() {
        List<TradeEvent> trades = streams.trades(SYMBOL).take(20).collectList().block(PATIENCE);

        assertThat(trades).hasSize(20);
        long first = trades.get(0).id();
        for (int i = 0; i < trades.size(); i++) {
            assertThat(trades.get(i).id()).isEqualTo(first + i);
        }
    }

    @Test
    void aFrozenExchangeIsALossAndThenTheStreamGoesOn() {
        try {
            StepVerifier.create(
                            streams.trades(SYMBOL).signals().filter(signal -> !(signal instanceof StreamSignal.Gap)))
                    .expectNextMatches(StreamSignal.Subscribed.class::isInstance)
                    .expectNextMatches(StreamSignal.Event.class::isInstance)
                    .then(SIMULATOR::pause)
                    .thenConsumeWhile(StreamSignal.Event.class::isInstance)
                    .expectNextMatches(StreamSignal.Lost.class::isInstance)
                    .then(SIMULATOR::resume)
                    .expectNextMatches(StreamSignal.Subscribed.class::isInstance)
                    .expectNextMatches(StreamSignal.Event.class::isInstance)
                    .thenCancel()
                    .verify(PATIENCE);
        } finally {
            SIMULATOR.resume();
        }
    }

    @Test
    void aBookBecomesLive() {
        BinanceRestClient rest = BinanceRestClient.create(SIMULATOR.environment());
        try {
            List<BookView> views = BinanceOrderBooks.of(streams, rest)
                    .book(SYMBOL)
                    .everyUpdate(5)
                    .take(3)
                    .collectList()
                    .block(PATIENCE);

            assertThat(views).hasSize(3);
            assertThat(views)
                    .allSatisfy(view -> assertThat(view.spread())
                            .hasValueSatisfying(spread -> assertThat(spread).isPositive()));
        } finally {
            rest.dispose();
        }
    }

    @Test
    void anAccountHearsOfItsOrders() {
        SimulatedKey key = SimulatedKey.hmac("default"); // of the program's account
        BinanceWebSocketApiClient client =
                BinanceWebSocketApiClient.create(WebSocketApiOptions.of(SIMULATOR.environment())
                        .withCredentials(Credentials.hmac(key.apiKey(), key.secret())));
        NewOrder order = NewOrder.limit(SYMBOL, Side.BUY, new BigDecimal("0.001"), new BigDecimal("50000.00"));
        try {
            ExecutionReport report = BinanceUserDataStream.of(client)
                    .signals()
                    .concatMap(signal -> signal instanceof UserDataSignal.Subscribed
                            ? client.newOrder(order).then(Mono.<UserDataSignal>empty())
                            : Mono.just(signal))
                    .ofType(UserDataSignal.Event.class)
                    .map(UserDataSignal.Event::event)
                    .ofType(ExecutionReport.class)
                    .blockFirst(PATIENCE);

            assertThat(report).isNotNull();
            assertThat(report.symbol()).isEqualTo(SYMBOL);
            assertThat(report.side()).isEqualTo(Side.BUY);
        } finally {
            client.dispose();
        }
    }
}
