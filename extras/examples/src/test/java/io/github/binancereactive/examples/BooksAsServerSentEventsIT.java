/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.stream.StreamEvent;
import io.github.binancereactive.ws.book.BinanceOrderBooks;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** Books over HTTP, for clients that read and for one that doesn't. */
@ExtendWith(ExchangeSimulatorExtension.class)
@Timeout(90)
class BooksAsServerSentEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int UPDATES = 300;
    private static final int SMALL = 4096;

    private BinanceMarketStreams streams;
    private BinanceRestClient rest;
    private DisposableServer server;

    @BeforeEach
    void serve(ExchangeSimulator exchange) {
        streams = BinanceMarketStreams.create(exchange.environment());
        rest = BinanceRestClient.create(exchange.environment());
        server = new BooksAsServerSentEvents(BinanceOrderBooks.of(streams, rest), Set.of("BTCUSDT"))
                .bind(HttpServer.create().host("127.0.0.1").port(0).childOption(ChannelOption.SO_SNDBUF, SMALL))
                .block(PATIENCE);
    }

    @AfterEach
    void dispose() {
        server.disposeNow();
        streams.dispose();
        rest.dispose();
    }

    private EventReader read(String symbol) {
        EventReader reader = new EventReader();
        HttpClient.newConnection()
                .option(ChannelOption.SO_RCVBUF, SMALL)
                .get()
                .uri("http://127.0.0.1:" + server.port() + "/books/" + symbol)
                .responseContent()
                .asString()
                .subscribe(reader);
        return reader;
    }

    private static void await(BooleanSupplier condition) {
        Flux.interval(Duration.ofMillis(2))
                .onBackpressureDrop()
                .filter(tick -> condition.getAsBoolean())
                .blockFirst(PATIENCE);
    }

    /** What the exchange would send when somebody has changed the quantity of a bid. */
    private static void update(ExchangeSimulator exchange, long id) {
        exchange.streams().publish("btcusdt@depth@100ms", StreamEvent.fixed("""
                                {"e":"depthUpdate","E":1767225600000,"s":"BTCUSDT","U":%d,"u":%d,"b":[["59000.00000000","%d.00000000"]],"a":[]}""".formatted(id, id, id)));
    }

    @Test
    void aBookIsAStreamOfEvents(ExchangeSimulator exchange) {
        EventReader reader = read("BTCUSDT").takingAll();
        await(() -> reader.lastId() >= 0);
        assertThat(reader.text())
                .contains("event: status\ndata: LIVE\n\n")
                .contains("\"symbol\":\"BTCUSDT\",\"bids\":[[\"");

        long next = reader.lastId() + 1;
        await(() -> exchange.connections().stream()
                .anyMatch(each -> each.subscriptions().contains("btcusdt@depth@100ms")));
        update(exchange, next);
        await(() -> reader.lastId() == next);
        reader.dispose();
    }

    @Test
    void whoIsSlowGetsTheLatestAndHoldsUpNobody(ExchangeSimulator exchange) {
        EventReader slow = read("BTCUSDT");
        EventReader fast = read("BTCUSDT").takingAll();
        await(() -> fast.lastId() >= 0 && !slow.text().isEmpty());
        long first = fast.lastId();

        for (long id = first + 1; id <= first + UPDATES; id++) {
            long expected = id;
            update(exchange, expected);
            await(() -> fast.lastId() == expected);
        }
        assertThat(slow.ids()).hasSizeLessThan(2);

        slow.takingAll();
        await(() -> slow.lastId() == first + UPDATES);
        assertThat(slow.ids()).isSorted().doesNotHaveDuplicates().hasSizeLessThan(UPDATES / 2);
        assertThat(fast.ids()).hasSizeGreaterThanOrEqualTo(UPDATES);
        slow.dispose();
        fast.dispose();
    }

    @Test
    void otherBooksAreNotFound() {
        Integer status = HttpClient.newConnection()
                .get()
                .uri("http://127.0.0.1:" + server.port() + "/books/NOSUCH")
                .response()
                .map(response -> response.status().code())
                .block(PATIENCE);
        assertThat(status).isEqualTo(404);
    }
}
