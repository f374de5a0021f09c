/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.market;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.testkit.matching.AccountSettings;
import io.github.binancereactive.testkit.matching.BookTicker;
import io.github.binancereactive.testkit.matching.CancelRequest;
import io.github.binancereactive.testkit.matching.CommissionRates;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import io.github.binancereactive.testkit.matching.OrderKey;
import io.github.binancereactive.testkit.matching.OrderRequest;
import io.github.binancereactive.testkit.matching.PlacedOrder;
import io.github.binancereactive.testkit.matching.PriceLevel;
import io.github.binancereactive.testkit.matching.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Where one symbol is traded: a maker whose quotes surround a price that walks, and a taker. */
final class Pit {

    private static final long FIRST_ACCOUNT = 4_000_000;
    private static final BigDecimal PLENTY = BigDecimal.valueOf(1_000_000_000_000L);
    // How often the price takes a step, and how often a taker wants a lot.
    private static final int STEPS_ONE_IN = 8;
    private static final int GREEDY_ONE_IN = 10;

    private final MatchingEngine engine;
    private final Terms terms;
    private final long maker;
    private final long taker;
    private final SplittableRandom random;
    private final PriceWalk walk;
    private final Quotes quotes;
    private final BigDecimal quantity;
    private int refused;

    Pit(MatchingEngine engine, Terms terms, SyntheticMarket market, int index, long nowMicros) {
        this.engine = engine;
        this.terms = terms;
        maker = FIRST_ACCOUNT + 2L * index;
        taker = maker + 1;
        random = new SplittableRandom(market.seed() * 31 + symbol().hashCode());
        BigDecimal first = firstPrice();
        walk = new PriceWalk(terms.ticks(first), random);
        quantity = terms.quantity(first);
        quotes = new Quotes(market.levels(), walk, random);
        open(maker, nowMicros);
        open(taker, nowMicros);
    }

    /** That of the last trade, or else that of an order that waits for one: far from it nothing would be allowed. */
    private BigDecimal firstPrice() {
        BigDecimal last = engine.marketData().lastPrice(symbol());
        PriceLevel ask = best(Side.BUY);
        PriceLevel resting = ask == null ? best(Side.SELL) : ask;
        if (last != null) {
            return last;
        }
        return resting == null ? terms.firstPrice(random) : resting.price();
    }

    private String symbol() {
        return terms.symbol().symbol();
    }

    private void open(long account, long nowMicros) {
        engine.openHouse(
                new AccountSettings(account, -1, true, terms.permissions(), false, CommissionRates.NONE, List.of()));
        engine.deposit(account, terms.symbol().baseAsset(), PLENTY, nowMicros);
        engine.deposit(account, terms.symbol().quoteAsset(), PLENTY, nowMicros);
    }

    /** Orders that the symbol's rules refused. */
    int refused() {
        return refused;
    }

    /** Quotes on all levels, and a first trade where there was none. */
    void fill(long nowMicros) {
        while (quotes.size() < quotes.full() && offer(quotes.thinnerSide(), nowMicros)) {
            // One more.
        }
        if (engine.marketData().lastPrice(symbol()) == null) {
            take(nowMicros);
        }
    }

    /** The maker places an order or takes one back, whichever the book needs. */
    void quote(long nowMicros) {
        quotes.retain(engine.records().openOrderIds(maker, symbol()));
        if (random.nextInt(STEPS_ONE_IN) == 0) {
            walk.step();
        }
        Quotes.Quote stale = quotes.overtaken();
        if (stale == null && quotes.size() < quotes.full()) {
            offer(quotes.thinnerSide(), nowMicros);
        } else {
            cancel(stale == null ? quotes.any() : stale, nowMicros);
        }
    }

    private boolean offer(Side side, long nowMicros) {
        long ticks = quotes.priceFor(side);
        if (ticks <= 0) {
            return false;
        }
        BigDecimal qty = terms.percent(quantity, 100 + random.nextInt(700));
        PlacedOrder placed = place(maker, side, terms.price(ticks), qty, TimeInForce.GTC, nowMicros);
        if (placed != null) {
            quotes.add(placed.order().orderId(), side, ticks);
            quotes.retain(engine.records().openOrderIds(maker, symbol()));
        }
        return placed != null;
    }

    private void cancel(Quotes.@Nullable Quote quote, long nowMicros) {
        if (quote == null) {
            return;
        }
        try {
            engine.cancel(maker, CancelRequest.of(symbol(), OrderKey.of(quote.orderId())), nowMicros);
            quotes.remove(quote);
        } catch (Refusal rules) {
            refused++;
        }
    }

    /** Somebody buys or sells at the price there is. */
    void take(long nowMicros) {
        int percent = random.nextInt(GREEDY_ONE_IN) == 0 ? 500 + random.nextInt(1000) : 20 + random.nextInt(80);
        take(terms.percent(quantity, percent), nowMicros);
    }

    private int take(BigDecimal qty, long nowMicros) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        PriceLevel best = best(side);
        if (best == null) {
            quotes.retain(engine.records().openOrderIds(maker, symbol()));
            offer(side == Side.BUY ? Side.SELL : Side.BUY, nowMicros);
            best = best(side);
        }
        if (best == null) {
            return 0;
        }
        long worst = Math.max(1, terms.ticks(best.price()) + (side == Side.BUY ? walk.stride() : -walk.stride()));
        PlacedOrder placed = place(taker, side, terms.price(worst), qty, TimeInForce.IOC, nowMicros);
        return placed == null ? 0 : placed.fills().size();
    }

    /** What somebody on that side would trade with. */
    private @Nullable PriceLevel best(Side side) {
        BookTicker ticker = engine.marketData().bookTicker(symbol());
        return side == Side.BUY ? ticker.ask() : ticker.bid();
    }

    int flash(int trades, long nowMicros) {
        int printed = 0;
        int more = 1;
        while (printed < trades && more > 0) {
            quotes.retain(engine.records().openOrderIds(maker, symbol()));
            if (quotes.size() < quotes.full()) {
                offer(quotes.thinnerSide(), nowMicros);
            }
            more = take(terms.percent(quantity, 50), nowMicros);
            printed += more;
        }
        return printed;
    }

    private @Nullable PlacedOrder place(
            long account, Side side, BigDecimal price, BigDecimal qty, TimeInForce timeInForce, long nowMicros) {
        OrderRequest order = OrderRequest.of(symbol(), side, OrderType.LIMIT)
                .timeInForce(timeInForce)
                .quantity(qty)
                .price(price)
                .build();
        try {
            return engine.place(account, order, nowMicros);
        } catch (Refusal rules) {
            // A test may have halted the symbol: then nobody trades it until it is on again.
            refused++;
            return null;
        }
    }
}
