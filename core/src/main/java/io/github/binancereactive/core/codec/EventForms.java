/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.Kline;
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
import java.util.Map;

/**
 * What each kind of event looks like.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">WebSocket streams</a>
 */
final class EventForms {

    private static final EventForm<ReferencePrice> REFERENCE_PRICE = LetteredForm.of(ReferencePrice.class)
            .constant('e', "referencePrice")
            .text('s', ReferencePrice::symbol)
            .decimalOrNull('r', ReferencePrice::referencePrice)
            .time('t', ReferencePrice::timestamp)
            .makes(from -> new ReferencePrice(from.text('s'), from.decimalOrNull('r'), from.time('t')));

    private static final EventForm<AggTradeEvent> AGG_TRADE = LetteredForm.of(AggTradeEvent.class)
            .constant('e', "aggTrade")
            .time('E', AggTradeEvent::eventTime)
            .text('s', AggTradeEvent::symbol)
            .number('a', AggTradeEvent::aggTradeId)
            .decimal('p', AggTradeEvent::price)
            .decimal('q', AggTradeEvent::qty)
            .number('f', AggTradeEvent::firstTradeId)
            .number('l', AggTradeEvent::lastTradeId)
            .time('T', AggTradeEvent::tradeTime)
            .flag('m', AggTradeEvent::isBuyerMaker)
            .ignored('M')
            .makes(from -> new AggTradeEvent(
                    from.time('E'),
                    from.text('s'),
                    from.number('a'),
                    from.decimal('p'),
                    from.decimal('q'),
                    from.number('f'),
                    from.number('l'),
                    from.time('T'),
                    from.flag('m')));

    private static final EventForm<TradeEvent> TRADE = LetteredForm.of(TradeEvent.class)
            .constant('e', "trade")
            .time('E', TradeEvent::eventTime)
            .text('s', TradeEvent::symbol)
            .number('t', TradeEvent::id)
            .decimal('p', TradeEvent::price)
            .decimal('q', TradeEvent::qty)
            .time('T', TradeEvent::tradeTime)
            .flag('m', TradeEvent::isBuyerMaker)
            .ignored('M')
            .makes(from -> new TradeEvent(
                    from.time('E'),
                    from.text('s'),
                    from.number('t'),
                    from.decimal('p'),
                    from.decimal('q'),
                    from.time('T'),
                    from.flag('m')));

    private static final EventForm<BlockTradeEvent> BLOCK_TRADE = LetteredForm.of(BlockTradeEvent.class)
            .constant('e', "blockTrade")
            .time('E', BlockTradeEvent::eventTime)
            .text('s', BlockTradeEvent::symbol)
            .number('t', BlockTradeEvent::id)
            .decimal('p', BlockTradeEvent::price)
            .decimal('q', BlockTradeEvent::qty)
            .time('T', BlockTradeEvent::tradeTime)
            .flag('m', BlockTradeEvent::isBuyerMaker)
            .makes(from -> new BlockTradeEvent(
                    from.time('E'),
                    from.text('s'),
                    from.number('t'),
                    from.decimal('p'),
                    from.decimal('q'),
                    from.time('T'),
                    from.flag('m')));

    private static final EventForm<KlineEvent> KLINE = LetteredForm.of(KlineEvent.class)
            .constant('e', "kline")
            .time('E', KlineEvent::eventTime)
            .text('s', KlineEvent::symbol)
            .object(
                    'k',
                    LetteredForm.of(KlineEvent.class)
                            .time('t', event -> event.kline().openTime())
                            .time('T', event -> event.kline().closeTime())
                            .text('s', KlineEvent::symbol)
                            .text('i', KlineEvent::interval)
                            .number('f', KlineEvent::firstTradeId)
                            .number('L', KlineEvent::lastTradeId)
                            .decimal('o', event -> event.kline().open())
                            .decimal('c', event -> event.kline().close())
                            .decimal('h', event -> event.kline().high())
                            .decimal('l', event -> event.kline().low())
                            .decimal('v', event -> event.kline().volume())
                            .number('n', event -> event.kline().count())
                            .flag('x', KlineEvent::isClosed)
                            .decimal('q', event -> event.kline().quoteVolume())
                            .decimal('V', event -> event.kline().takerBuyVolume())
                            .decimal('Q', event -> event.kline().takerBuyQuoteVolume())
                            .ignored('B'))
            .makes(from -> new KlineEvent(
                    from.time('E'),
                    from.text('s'),
                    from.text('i'),
                    from.number('f'),
                    from.number('L'),
                    from.flag('x'),
                    kline(from)));

    private static final EventForm<MiniTickerEvent> MINI_TICKER = LetteredForm.of(MiniTickerEvent.class)
            .constant('e', "24hrMiniTicker")
            .time('E', MiniTickerEvent::eventTime)
            .text('s', MiniTickerEvent::symbol)
            .decimal('c', MiniTickerEvent::lastPrice)
            .decimal('o', MiniTickerEvent::openPrice)
            .decimal('h', MiniTickerEvent::highPrice)
            .decimal('l', MiniTickerEvent::lowPrice)
            .decimal('v', MiniTickerEvent::volume)
            .decimal('q', MiniTickerEvent::quoteVolume)
            .makes(from -> new MiniTickerEvent(
                    from.time('E'),
                    from.text('s'),
                    from.decimal('c'),
                    from.decimal('o'),
                    from.decimal('h'),
                    from.decimal('l'),
                    from.decimal('v'),
                    from.decimal('q')));

    private static final EventForm<BookTickerEvent> BOOK_TICKER = LetteredForm.of(BookTickerEvent.class)
            .number('u', BookTickerEvent::updateId)
            .text('s', BookTickerEvent::symbol)
            .decimal('b', BookTickerEvent::bidPrice)
            .decimal('B', BookTickerEvent::bidQty)
            .decimal('a', BookTickerEvent::askPrice)
            .decimal('A', BookTickerEvent::askQty)
            .makes(from -> new BookTickerEvent(
                    from.number('u'),
                    from.text('s'),
                    from.decimal('b'),
                    from.decimal('B'),
                    from.decimal('a'),
                    from.decimal('A')));

    private static final EventForm<AveragePriceEvent> AVERAGE_PRICE = LetteredForm.of(AveragePriceEvent.class)
            .constant('e', "avgPrice")
            .time('E', AveragePriceEvent::eventTime)
            .text('s', AveragePriceEvent::symbol)
            .text('i', AveragePriceEvent::interval)
            .decimal('w', AveragePriceEvent::price)
            .time('T', AveragePriceEvent::closeTime)
            .makes(from -> new AveragePriceEvent(
                    from.time('E'), from.text('s'), from.text('i'), from.decimal('w'), from.time('T')));

    private static final EventForm<DepthUpdate> DIFF_DEPTH = LetteredForm.of(DepthUpdate.class)
            .constant('e', "depthUpdate")
            .time('E', DepthUpdate::eventTime)
            .text('s', DepthUpdate::symbol)
            .number('U', DepthUpdate::firstUpdateId)
            .number('u', DepthUpdate::lastUpdateId)
            .levels('b', DepthUpdate::bids)
            .levels('a', DepthUpdate::asks)
            .makes(from -> new DepthUpdate(
                    from.time('E'),
                    from.text('s'),
                    from.number('U'),
                    from.number('u'),
                    from.levels('b'),
                    from.levels('a')));

    private static final Map<Class<?>, EventForm<?>> ALL = Map.ofEntries(
            Map.entry(ReferencePrice.class, REFERENCE_PRICE),
            Map.entry(AggTradeEvent.class, AGG_TRADE),
            Map.entry(TradeEvent.class, TRADE),
            Map.entry(BlockTradeEvent.class, BLOCK_TRADE),
            Map.entry(KlineEvent.class, KLINE),
            Map.entry(MiniTickerEvent.class, MINI_TICKER),
            Map.entry(TickerEvent.class, TickerForms.DAY),
            Map.entry(RollingTickerEvent.class, TickerForms.ROLLING),
            Map.entry(BookTickerEvent.class, BOOK_TICKER),
            Map.entry(AveragePriceEvent.class, AVERAGE_PRICE),
            Map.entry(Depth.class, new DepthForm()),
            Map.entry(DepthUpdate.class, DIFF_DEPTH),
            Map.entry(RawStreamEvent.class, new RawForm("")));

    private EventForms() {}

    /**
     * What events of a class look like.
     *
     * @throws IllegalArgumentException when these are no events of a stream
     */
    @SuppressWarnings("unchecked") // as it was put there
    static <T> EventForm<T> of(Class<T> event) {
        EventForm<?> form = ALL.get(event);
        if (form == null) {
            throw new IllegalArgumentException("no stream has events of " + event.getName());
        }
        return (EventForm<T>) form;
    }

    private static Kline kline(LetteredFields from) {
        return new Kline(
                from.time('t'),
                from.decimal('o'),
                from.decimal('h'),
                from.decimal('l'),
                from.decimal('c'),
                from.decimal('v'),
                from.time('T'),
                from.decimal('q'),
                from.number('n'),
                from.decimal('V'),
                from.decimal('Q'));
    }
}
