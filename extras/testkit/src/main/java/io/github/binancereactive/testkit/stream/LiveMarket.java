/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.BlockTrade;
import io.github.binancereactive.testkit.exchange.SimulatedExchange;
import io.github.binancereactive.testkit.matching.BookChange;
import io.github.binancereactive.testkit.matching.EngineListener;
import io.github.binancereactive.testkit.matching.MarketTrade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of all streams out of what happens in the engine, of those streams that somebody is subscribed to. Confined
 * to the event loop.
 */
public final class LiveMarket implements EngineListener, StreamInterest {

    private final StreamBoard board;
    private final StreamClock clock;
    private final Map<String, SymbolFeed> running = new HashMap<>();
    private final Map<String, Set<Feed>> bySymbol = new HashMap<>();
    private final Map<Duration, Pulse> pulses = new HashMap<>();
    // Symbols to which something has happened in this request.
    private final Set<String> touched = new LinkedHashSet<>();
    private @Nullable Feeds feeds;

    private record SymbolFeed(String symbol, Feed feed) {}

    /**
     * A market whose engine is not there yet.
     *
     * @param board where events are published
     * @param clock the time that they go by
     */
    public LiveMarket(StreamBoard board, StreamClock clock) {
        this.board = board;
        this.clock = clock;
    }

    /**
     * Begins to make events.
     *
     * @param exchange what they are made from
     */
    public void open(SimulatedExchange exchange) {
        FeedSource source = new FeedSource(
                board, exchange.engine().marketData(), exchange::referencePriceTime, () -> now(exchange));
        feeds = new Feeds(source);
        board.tell(this);
    }

    private long now(SimulatedExchange exchange) {
        return exchange.forward(clock.micros());
    }

    @Override
    public void wanted(String stream) {
        Feeds open = feeds;
        Feed feed = open == null ? null : open.feed(stream);
        if (open == null || feed == null) {
            return;
        }
        String symbol = open.symbol(stream);
        running.put(stream, new SymbolFeed(symbol, feed));
        bySymbol.computeIfAbsent(symbol, key -> new LinkedHashSet<>()).add(feed);
        feed.start();
        if (!feed.period().isZero()) {
            pulses.computeIfAbsent(
                            feed.period(),
                            period -> new Pulse(clock, period, open.source().now()))
                    .join(feed);
        }
    }

    @Override
    public void unwanted(String stream) {
        SymbolFeed gone = running.remove(stream);
        if (gone == null) {
            return;
        }
        bySymbol.computeIfPresent(gone.symbol(), (symbol, left) -> {
            left.remove(gone.feed());
            return left.isEmpty() ? null : left;
        });
        Pulse pulse = pulses.get(gone.feed().period());
        if (pulse != null) {
            pulse.leave(gone.feed());
        }
    }

    @Override
    public void onBookChange(BookChange change) {
        each(change.symbol(), feed -> feed.changed(change));
    }

    @Override
    public void onTrade(String symbol, MarketTrade trade, long buyerOrderId, long sellerOrderId) {
        each(symbol, feed -> feed.traded(trade));
    }

    private void each(String symbol, Consumer<Feed> told) {
        Set<Feed> interested = bySymbol.get(symbol);
        if (interested != null) {
            touched.add(symbol);
            interested.forEach(told);
        }
    }

    @Override
    public void onSettled(long time) {
        if (touched.isEmpty()) {
            return;
        }
        List<Feed> concerned = new ArrayList<>();
        touched.forEach(symbol -> concerned.addAll(bySymbol.getOrDefault(symbol, Set.of())));
        touched.clear();
        concerned.forEach(feed -> feed.settled(time));
    }

    /**
     * A block trade, which the engine doesn't know.
     *
     * @param trade the trade
     */
    public void blockTraded(BlockTrade trade) {
        board.publish(
                StreamNames.of(trade.symbol(), "blockTrade"),
                StreamEvent.rendered(unit -> TradeJson.blockTrade(trade, unit)));
    }
}
