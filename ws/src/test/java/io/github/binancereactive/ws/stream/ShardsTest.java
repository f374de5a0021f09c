/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.ws.session.InMemoryConnection;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.stream.FakeStreamExchange.Message;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardsTest extends SupplyTestCase {

    @Test
    void threeThousandStreamsAreOnThreeConnectionsAndSurviveTheirReset() {
        List<Opened> all = open("symbol", 3000);
        pass(Duration.ofSeconds(10));
        assertThat(exchange.transport().connections()).hasSize(3);
        assertThat(exchange.subscribed()).hasSize(3000);
        assertThat(supply().statistics(0, 0).connections()).isEqualTo(3);
        assertThat(supply().statistics(0, 0).streams()).isEqualTo(3000);

        exchange.transport().open().forEach(each -> each.fail(SocketClose.lost(null)));
        pass(Duration.ofSeconds(10));
        assertThat(exchange.transport().open()).hasSize(3);
        assertThat(exchange.subscribed()).hasSize(3000);
        assertThat(exchange.subscribed().values()).containsOnly(1);
        assertThat(all)
                .allSatisfy(each -> assertThat(each.heard()).containsExactly("subscribed", "lost", "subscribed"));
        exchange.transport()
                .open()
                .forEach(each -> assertThat(exchange.subscriptions(each)).hasSizeLessThanOrEqualTo(1024));
        exchange.transport().connections().forEach(this::assertWithinTheLimits);
    }

    private void assertWithinTheLimits(InMemoryConnection connection) {
        List<Message> sent = exchange.messages().stream()
                .filter(each -> each.connection() == connection)
                .sorted(Comparator.comparingLong(Message::millis))
                .toList();
        assertThat(sent).hasSizeBetween(2, 20);
        assertThat(sent).allSatisfy(each -> assertThat(each.bytes()).isLessThan(4_000));
        for (int i = 4; i < sent.size(); i++) {
            assertThat(sent.get(i).millis() - sent.get(i - 4).millis()).isGreaterThanOrEqualTo(1000);
        }
    }

    @Test
    void newStreamsGoWhereThereAreFewest() {
        options = options.withMaxStreamsPerConnection(3);
        List<Opened> all = open("s", 6);
        pass(GATHERED);
        all.get(3).line().close();
        all.get(4).line().close();
        pass(GATHERED);
        open("t0");
        pass(Duration.ofSeconds(1));
        assertThat(supply().connections().stream().map(MarketStreamConnection::streams))
                .containsExactly(3, 2);
        assertThat(exchange.subscriptions(connection(2))).containsExactlyInAnyOrder("s5", "t0");
    }

    @Test
    void anEmptyConnectionIsClosedAfterAWhile() {
        Opened a = opened("a");
        a.line().close();
        pass(Duration.ofSeconds(4));
        assertThat(exchange.transport().open()).hasSize(1);
        pass(Duration.ofSeconds(2));
        assertThat(exchange.transport().open()).isEmpty();
        assertThat(supply().connections()).isEmpty();
        Opened again = opened("a");
        assertThat(again.sink().last().connection).isGreaterThan(a.sink().last().connection);
    }

    @Test
    void oneThatIsUsedAgainInTimeIsNot() {
        Opened a = opened("a");
        a.line().close();
        pass(Duration.ofSeconds(4));
        opened("b");
        pass(Duration.ofMinutes(1));
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    @Test
    void exclusiveLinesHaveAConnectionOfTheirOwn() {
        opened("a");
        Opened own = openExclusively("b");
        Opened other = openExclusively("b");
        pass(GATHERED);
        assertThat(exchange.transport().connections()).hasSize(3);
        assertThat(own.heard()).containsExactly("subscribed");
        assertThat(other.heard()).containsExactly("subscribed");
        open("c");
        pass(GATHERED);
        assertThat(exchange.transport().connections()).hasSize(3);
        own.line().close();
        pass(GATHERED);
        assertThat(exchange.transport().open()).hasSize(2);
    }

    @Test
    void oneNameWithTwoMeaningsNeedsTwoConnections() {
        Opened raw = opened("btcusdt@trade");
        TradeSink trades = new TradeSink();
        supply().open(trades, false);
        pass(GATHERED);
        assertThat(exchange.transport().connections()).hasSize(2);
        assertThat(trades.feeds).isEqualTo(1);
        assertThat(raw.sink().feeds).hasSize(1);
    }

    private static final class TradeSink implements StreamSink<TradeEvent> {
        int feeds;

        @Override
        public MarketStream<TradeEvent> stream() {
            return MarketStream.trades("BTCUSDT");
        }

        @Override
        public Feed<TradeEvent> feed(
                long connection, io.github.binancereactive.core.codec.EventDecoder<TradeEvent> decoder) {
            feeds++;
            return new Feed<>() {
                @Override
                public io.github.binancereactive.core.codec.EventDecoder<TradeEvent> decoder() {
                    return decoder;
                }

                @Override
                public void onEvent(TradeEvent event) {}

                @Override
                public void onSubscribed() {}

                @Override
                public void onClosed(boolean planned, String reason) {}
            };
        }

        @Override
        public void onRefused(Throwable refusal) {}

        @Override
        public void onEnd(Throwable cause) {}
    }

    @Test
    void attemptsToConnectKeepToTheLimit() {
        options = options.withMaxStreamsPerConnection(1)
                .withSession(options.session().withConnectionLimit(new ConnectionLimit(2, Duration.ofMinutes(5))));
        open("s", 3);
        pass(Duration.ofMinutes(4));
        assertThat(exchange.transport().connections()).hasSize(2);
        pass(Duration.ofMinutes(2));
        assertThat(exchange.subscribed()).hasSize(3);
    }

    @Test
    void aSessionThatIsRefusedEndsItsLinesAndNoOther() {
        options = options.withMaxStreamsPerConnection(1);
        Opened a = opened("a");
        exchange.transport().onConnect(connection -> connection.fail(SocketClose.refused(404, null)));
        Opened b = open("b");
        pass(GATHERED);
        assertThat(b.sink().ends).containsExactly("end");
        assertThat(b.sink().endCause).hasMessageContaining("404");
        exchange.accept();
        exchange.publish("a", 1);
        assertThat(a.heard()).containsExactly("subscribed", "1");
        Opened c = opened("c");
        assertThat(c.heard()).containsExactly("subscribed");
    }

    @Test
    void disposeEndsEveryLineOnce() {
        Opened a = opened("a");
        Opened waiting = open("b");
        supply().dispose();
        supply().dispose();
        Opened late = open("c");
        pass(GATHERED);
        assertThat(a.sink().ends).containsExactly("end");
        assertThat(waiting.sink().ends).containsExactly("end");
        assertThat(late.sink().ends).containsExactly("end");
        assertThat(a.heard()).containsExactly("subscribed");
        assertThat(supply().isDisposed()).isTrue();
    }

    @Test
    void disposeDuringPreparationEndsToo() {
        exchange.dontAnswer("SUBSCRIBE");
        Opened a = open("a");
        pass(GATHERED);
        supply().dispose();
        assertThat(a.sink().ends).containsExactly("end");
        assertThat(a.heard()).isEmpty();
        assertThat(exchange.transport().open()).isEmpty();
    }

    @Test
    void eventsNameTheirSession() {
        options = options.withMaxStreamsPerConnection(1);
        List<MarketStreamEvent> events = new java.util.ArrayList<>();
        java.util.concurrent.atomic.AtomicBoolean completed = new java.util.concurrent.atomic.AtomicBoolean();
        supply().events().subscribe(events::add, failure -> {}, () -> completed.set(true));
        open("s", 2);
        pass(GATHERED);
        assertThat(events.stream()
                        .map(event -> event.session() + " " + event.event().type()))
                .contains("1 OPENED", "2 OPENED");
        supply().dispose();
        assertThat(events.stream()
                        .map(event -> event.session() + " " + event.event().type()))
                .contains("1 CLOSED", "2 CLOSED");
        assertThat(completed).isTrue();
    }
}
