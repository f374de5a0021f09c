/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.testkit.SimulatedConnection;
import io.github.binancereactive.ws.stream.Overflow.WhenFull;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Exceptions;
import reactor.netty.http.client.HttpClient;

/**
 * A subscriber that lets reading stop, and one beside it: what is not read waits in the network and then at the exchange, for as long
 * as allowed, and nobody else notices.
 */
@Timeout(60)
class ReadingPauseIT extends SocketTestCase {

    private static final Duration STALL = Duration.ofSeconds(20);
    private static final int SIZE = 64;
    private static final int PADDING = 16_000;
    private static final int MEBIBYTE = 1 << 20;

    private final List<Channel> channels = new CopyOnWriteArrayList<>(); // of the client, in the order of connecting
    private final AtomicLong dropped = new AtomicLong();
    private Taker<TradeEvent> slow; // on the first connection
    private final Taker<TradeEvent> fast = new Taker<>(); // on the second

    @Override
    MarketStreamOptions change(MarketStreamOptions options) {
        return options.withHttpClient(this::watched);
    }

    /** With a small buffer for what is received, so that the network takes less. */
    private HttpClient watched(HttpClient client) {
        return client.option(ChannelOption.SO_RCVBUF, 1 << 16)
                .doOnChannelInit((observer, channel, address) -> channels.add(channel));
    }

    private void subscribe(WhenFull whenFull) {
        slow = Taker.asking(
                0,
                streams.trades("BTCUSDT")
                        .withOverflow(Overflow.pause(STALL, Overflow.buffer(SIZE, whenFull)))
                        .withDropListener(dropped::set));
        gathered();
        until(() -> subscribed(TRADES) == 1);
        streams.trades("BTCUSDT")
                .withOverflow(Overflow.buffer(10_000, WhenFull.ERROR))
                .subscribe(fast);
        fast.request(Long.MAX_VALUE);
        gathered();
        until(() -> subscribed(TRADES) == 2);
    }

    /** Publishes until reading has stopped, and then until a megabyte waits at the exchange. */
    private void fillTheNetwork() {
        for (int i = 0; i < SIZE; i++) {
            publish(PADDING);
        }
        until(() -> !isRead(1));
        while (stuck().bytesWaiting() < MEBIBYTE) {
            assertThat(published()).as("events that the network takes").isLessThan(4000);
            publish(PADDING);
        }
        assertNobodyElseNotices();
    }

    /** While next to no time passes. */
    private void assertNobodyElseNotices() {
        until(() -> fast.count() == published());
        assertThat(fast.values()).isEqualTo(trades());
        until(() -> connection(2).bytesWaiting() == 0);
        assertThat(isRead(2)).isTrue();
    }

    private boolean isRead(int connection) {
        return channels.get(connection - 1).config().isAutoRead();
    }

    private SimulatedConnection stuck() {
        return connection(1);
    }

    @Test
    void whatWaitsComesOnceAndInOrderWhenItIsAskedForInTime() {
        subscribe(WhenFull.ERROR);
        fillTheNetwork();
        assertThat(slow.count()).isZero();

        int portion = SIZE * 3 / 4;
        for (int asked = portion; slow.count() < published(); asked += portion) {
            int enough = Math.min(asked, published());
            slow.request(portion);
            until(() -> slow.count() == enough);
        }

        assertThat(slow.values()).isEqualTo(trades());
        assertThat(stuck().bytesWaiting()).isZero();
        assertThat(dropped).hasValue(0);
        assertThat(exchange.connections()).hasSize(2);
    }

    @Test
    void pingsAreAnsweredAsSoonAsItIsReadAgain() {
        subscribe(WhenFull.ERROR);
        fillTheNetwork();

        pass(PING_INTERVAL);
        until(() -> connection(2).pongsReceived() == 1);
        assertThat(stuck().pongsReceived()).isZero();

        slow.request(Long.MAX_VALUE);
        until(() -> stuck().pongsReceived() == 1);
        assertThat(slow.values()).isEqualTo(trades());
    }

    /** What becomes of all that is too much after the longest stall. */
    @ParameterizedTest
    @EnumSource(
            value = WhenFull.class,
            names = {"DROP_OLDEST", "DROP_LATEST"})
    void afterTheLongestStallItIsReadAndWhatIsTooMuchIsDropped(WhenFull whenFull) {
        subscribe(whenFull);
        fillTheNetwork();

        pass(STALL.minusSeconds(5));
        assertThat(isRead(1)).isFalse();
        assertThat(stuck().bytesWaiting()).isGreaterThan(MEBIBYTE);
        assertThat(stuck().pongsReceived()).isZero();
        pass(Duration.ofSeconds(5));
        exchange.settle();
        assertThat(stuck().pingsSent()).isEqualTo(2);
        // A pong comes when all that was sent before its ping was read.
        until(() -> stuck().pongsReceived() == 2);
        pass(Duration.ofSeconds(59));
        assertThat(isOpen(1)).as("the exchange waits a minute for a pong").isTrue();

        slow.request(Long.MAX_VALUE);
        int left = published() - (int) dropped.get();
        assertThat(slow.values()).isEqualTo(lasting(whenFull, left));
        if (whenFull == WhenFull.DROP_OLDEST) {
            assertThat(left).isEqualTo(SIZE);
        } else {
            assertThat(left).isBetween(SIZE, published() - SIZE);
        }
        publish(0);
        until(() -> slow.count() == left + 1);
        assertNobodyElseNotices();
    }

    private List<TradeEvent> lasting(WhenFull whenFull, int left) {
        List<TradeEvent> all = trades();
        return whenFull == WhenFull.DROP_OLDEST ? all.subList(all.size() - left, all.size()) : all.subList(0, left);
    }

    @Test
    void orTheSubscriberFailsWithWhatItHadBefore() {
        subscribe(WhenFull.ERROR);
        fillTheNetwork();

        pass(STALL);
        untilClosed(() -> !isOpen(1)); // when it has failed its stream is not wanted any more
        slow.request(Long.MAX_VALUE);

        assertThat(Exceptions.isOverflow(slow.error())).isTrue();
        assertThat(slow.count()).isBetween(SIZE, published() - SIZE);
        assertThat(slow.values()).isEqualTo(trades().subList(0, slow.count()));
        publish(0);
        assertNobodyElseNotices();
        assertThat(exchange.connections()).hasSize(2);
    }

    @Test
    void aConnectionThatIsReplacedMeanwhileIsReadToItsEnd() {
        subscribe(WhenFull.ERROR);
        fillTheNetwork();

        streams.rotate().block(Duration.ofSeconds(30));
        assertThat(exchange.connections()).hasSize(4);
        for (int i = 0; i < SIZE; i++) {
            publish(PADDING);
        }
        until(() -> fast.count() >= published());
        assertThat(slow.count()).isZero();
        slow.request(Long.MAX_VALUE);
        until(() -> slow.count() >= published());
        pass(OVERLAP);
        until(() -> exchange.openConnections() == 2);
        publish(0);
        until(() -> slow.count() >= published() && fast.count() >= published());

        assertThat(slow.values()).isEqualTo(trades());
        assertThat(fast.values()).isEqualTo(trades());
    }

    @Test
    void whoLeavesMeanwhileClosesTheConnection() {
        subscribe(WhenFull.ERROR);
        fillTheNetwork();

        slow.cancel();
        untilClosed(() -> !isOpen(1));
        publish(0);
        assertNobodyElseNotices();
    }
}
