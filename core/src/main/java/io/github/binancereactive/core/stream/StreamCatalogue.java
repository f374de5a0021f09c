/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.stream;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.ReferencePrice;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.model.stream.AveragePriceEvent;
import io.github.binancereactive.core.model.stream.BlockTradeEvent;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.model.stream.MiniTickerEvent;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.model.stream.RollingTickerEvent;
import io.github.binancereactive.core.model.stream.TickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** All families of JSON market data streams, in the order of the exchange's documentation. */
public final class StreamCatalogue {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** The reference price of a symbol, every second. */
    public static final StreamFamily<ReferencePrice> REFERENCE_PRICE = StreamFamily.of(
                    "<symbol>@referencePrice", ReferencePrice.class, comparing(ReferencePrice::timestamp))
            .ofState();

    /** Aggregate trades. */
    public static final StreamFamily<AggTradeEvent> AGG_TRADE = StreamFamily.of(
                    "<symbol>@aggTrade", AggTradeEvent.class, comparingLong(AggTradeEvent::aggTradeId))
            .counting(Continuity.of(AggTradeEvent::aggTradeId));

    /** Trades. */
    public static final StreamFamily<TradeEvent> TRADE = StreamFamily.of(
                    "<symbol>@trade", TradeEvent.class, comparingLong(TradeEvent::id))
            .counting(Continuity.of(TradeEvent::id));

    /** Block trades. */
    public static final StreamFamily<BlockTradeEvent> BLOCK_TRADE =
            StreamFamily.of("<symbol>@blockTrade", BlockTradeEvent.class, comparingLong(BlockTradeEvent::id));

    /** Klines, their intervals in UTC. */
    public static final StreamFamily<KlineEvent> KLINE =
            StreamFamily.of("<symbol>@kline_<interval>", KlineEvent.class, byKline());

    /** Klines, their intervals eight hours ahead of UTC. */
    public static final StreamFamily<KlineEvent> KLINE_UTC8 =
            StreamFamily.of("<symbol>@kline_<interval>@+08:00", KlineEvent.class, byKline());

    /** Mini-tickers of a symbol, every second in which one changes. */
    public static final StreamFamily<MiniTickerEvent> MINI_TICKER = StreamFamily.of(
                    "<symbol>@miniTicker", MiniTickerEvent.class, comparing(MiniTickerEvent::eventTime))
            .ofState();

    /** Mini-tickers of all symbols that have changed, every second. */
    public static final StreamFamily<MiniTickerEvent> ALL_MINI_TICKERS = StreamFamily.of(
                    "!miniTicker@arr", MiniTickerEvent.class, comparing(MiniTickerEvent::eventTime))
            .ofState()
            .inLists(MiniTickerEvent::symbol);

    /** Tickers of a symbol, every second in which one changes. */
    public static final StreamFamily<TickerEvent> TICKER = StreamFamily.of(
                    "<symbol>@ticker", TickerEvent.class, comparing(TickerEvent::eventTime))
            .ofState();

    /** Tickers of a symbol over a rolling window. */
    public static final StreamFamily<RollingTickerEvent> ROLLING_TICKER = StreamFamily.of(
                    "<symbol>@ticker_<window_size>", RollingTickerEvent.class, comparing(RollingTickerEvent::eventTime))
            .ofState();

    /** Tickers over a rolling window of all symbols that have changed, every second. */
    public static final StreamFamily<RollingTickerEvent> ALL_ROLLING_TICKERS = StreamFamily.of(
                    "!ticker_<window-size>@arr", RollingTickerEvent.class, comparing(RollingTickerEvent::eventTime))
            .ofState()
            .inLists(event -> event.ticker().symbol());

    /** The best prices of a symbol, whenever they change. */
    public static final StreamFamily<BookTickerEvent> BOOK_TICKER = StreamFamily.of(
                    "<symbol>@bookTicker", BookTickerEvent.class, comparingLong(BookTickerEvent::updateId))
            .ofState();

    /** The average price of a symbol, every second. */
    public static final StreamFamily<AveragePriceEvent> AVERAGE_PRICE = StreamFamily.of(
                    "<symbol>@avgPrice", AveragePriceEvent.class, comparing(AveragePriceEvent::eventTime))
            .ofState()
            .every(SECOND);

    /** The best levels of a book, every second or every tenth of one. */
    public static final StreamFamily<Depth> PARTIAL_DEPTH = StreamFamily.of(
                    "<symbol>@depth<levels> OR <symbol>@depth<levels>@100ms",
                    Depth.class,
                    comparingLong(Depth::lastUpdateId))
            .ofState();

    /** What changes on a book, every second or every tenth of one. */
    public static final StreamFamily<DepthUpdate> DIFF_DEPTH = StreamFamily.of(
                    "<symbol>@depth OR <symbol>@depth@100ms",
                    DepthUpdate.class,
                    comparingLong(DepthUpdate::lastUpdateId))
            .counting(new Continuity<>(DepthUpdate::firstUpdateId, DepthUpdate::lastUpdateId));

    /** Any stream, its events not decoded. Nothing is known of their order: all that come are taken for new. */
    public static final StreamFamily<RawStreamEvent> RAW =
            StreamFamily.of("<streamName>", RawStreamEvent.class, (unusedBefore, unusedAfter) -> -1);

    private static final List<StreamFamily<?>> FAMILIES = List.of(
            REFERENCE_PRICE,
            AGG_TRADE,
            TRADE,
            BLOCK_TRADE,
            KLINE,
            KLINE_UTC8,
            MINI_TICKER,
            ALL_MINI_TICKERS,
            TICKER,
            ROLLING_TICKER,
            ALL_ROLLING_TICKERS,
            BOOK_TICKER,
            AVERAGE_PRICE,
            PARTIAL_DEPTH,
            DIFF_DEPTH);

    private StreamCatalogue() {}

    /**
     * Every family that the exchange documents, without {@link #RAW}.
     *
     * @return an unmodifiable list
     */
    public static List<StreamFamily<?>> families() {
        return FAMILIES;
    }

    /** A kline's last event may have the time of the next one's first. */
    private static Comparator<KlineEvent> byKline() {
        return comparing((KlineEvent event) -> event.kline().openTime())
                .thenComparing(KlineEvent::eventTime)
                .thenComparing(KlineEvent::isClosed);
    }
}
