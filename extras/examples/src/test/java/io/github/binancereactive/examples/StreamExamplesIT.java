/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.user.BinanceUserDataStream;
import io.github.binancereactive.ws.user.OrderState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** The examples about streams, books and user data do what they say. */
class StreamExamplesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SYMBOL = "BTCUSDT";

    private static final NewOrder ORDER = NewOrder.market(SYMBOL, Side.BUY, new BigDecimal("0.001"));
    private static final SimulatedAccount OTHER = SimulatedAccount.hmac("other").balance("USDT", "10000");

    @RegisterExtension
    final ExchangeSimulatorExtension extension = ExchangeSimulatorExtension.fresh(
            builder -> builder.account(SimulatedAccount.ed25519("one").balance("USDT", "10000"), OTHER)
                    .market(SyntheticMarket.seeded(1)
                            .symbols(SYMBOL)
                            .ordersPerSecond(100)
                            .tradesPerSecond(30)));

    private BinanceMarketStreams streams;
    private BinanceRestClient rest;
    private MarketStreams examples;

    @BeforeEach
    void connect() {
        streams = BinanceMarketStreams.create(exchange().environment());
        rest = BinanceRestClient.create(exchange().environment());
        examples = new MarketStreams(streams, rest);
    }

    @AfterEach
    void dispose() {
        streams.dispose();
        rest.dispose();
    }

    private ExchangeSimulator exchange() {
        return extension.simulator();
    }

    @Test
    void averagesOfAllTrades() {
        assertThat(examples.averages(SYMBOL).blockFirst(PATIENCE))
                .isBetween(new BigDecimal("50000"), new BigDecimal("70000"));
    }

    @Test
    void aGapHasWords() {
        List<String> words = examples.watched(SYMBOL)
                .doOnNext(word -> resetAt(word, "trade "))
                .takeUntil(word -> word.contains(" are missing after "))
                .collectList()
                .block(PATIENCE);

        assertThat(words).contains("Subscribed", "Lost");
        assertThat(words.get(words.size() - 1)).matches("[1-9]\\d* are missing after \\d+: .+");
    }

    private boolean reset;

    /** Once, and long enough for trades to be missed. */
    private void resetAt(String word, String beginning) {
        if (!reset && word.startsWith(beginning)) {
            reset = true;
            exchange().refuseConnections(Duration.ofMillis(500));
            exchange().connections().forEach(connection -> connection.reset());
        }
    }

    @Test
    void pricesAndTradesCome() {
        BookTickerEvent price = examples.prices(SYMBOL, dropped -> {}).blockFirst(PATIENCE);
        assertThat(price.askPrice()).isGreaterThan(price.bidPrice());

        List<TradeEvent> recent = examples.recent(SYMBOL).take(3).collectList().block(PATIENCE);
        assertThat(recent).extracting(TradeEvent::id).isSorted();
    }

    @Test
    void booksAnswer() {
        OrderBooks books = new OrderBooks(exchange().environment());
        Flux<BigDecimal> spreads = books.spreads(SYMBOL);
        assertThat(spreads.blockFirst(PATIENCE)).isPositive();

        Optional<BigDecimal> average = books.averagePrice(SYMBOL, new BigDecimal("0.001"));
        assertThat(average).isPresent();
        assertThat(books.statuses(SYMBOL).blockFirst(PATIENCE)).isEqualTo("LIVE null");
        books.dispose();
    }

    @Test
    void accountsTellOfTheirOrders() {
        BinanceWebSocketApiClient client = client();
        UserData userData = new UserData(client);
        Mono<?> placing = userData.watched().filter("Subscribed"::equals).next().flatMap(any -> client.newOrder(ORDER));

        Tuple2<OrderState, ?> both =
                Mono.zip(userData.endedOrders().next(), placing).block(PATIENCE);
        assertThat(both.getT1().status()).isEqualTo(OrderStatus.FILLED);
        client.dispose();
    }

    @Test
    void anotherAccountTellsOfItsFills() {
        BinanceWebSocketApiClient client = client();
        Credentials other = Credentials.hmac(OTHER.apiKey(), OTHER.secret());
        Mono<?> placing = BinanceUserDataStream.of(client)
                .account(other)
                .signals()
                .next()
                .flatMap(any -> client.as(other).newOrder(ORDER));

        Tuple2<BigDecimal, ?> both =
                Mono.zip(new UserData(client).fills(other).next(), placing).block(PATIENCE);
        assertThat(both.getT1()).isPositive();
        client.dispose();
    }

    private BinanceWebSocketApiClient client() {
        SimulatedAccount one = exchange().account();
        return BinanceWebSocketApiClient.create(
                WebSocketApiOptions.of(exchange().environment())
                        .withCredentials(Credentials.pem(one.apiKey(), one.secret())));
    }
}
