/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A symbol in trade: its book, the orders that watch its price, its trades, and the counters of its ids. */
final class Market {

    private SymbolSettings settings;
    private final Journal journal;
    private final Book book = new Book(this::bookChanged);
    private final TriggerWatch watch = new TriggerWatch();
    private final TradeTape tape = new TradeTape();
    private final AggregateTape aggregates = new AggregateTape();
    private @Nullable BigDecimal referencePrice;
    private long lastOrderId;
    private long lastPreventedMatchId = -1;
    private long lastExecutionId;
    private long lastUpdateId;

    Market(SymbolSettings settings, Journal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    SymbolSettings settings() {
        return settings;
    }

    void settings(SymbolSettings changed) {
        settings = changed;
    }

    SymbolInfo info() {
        return settings.info();
    }

    String symbol() {
        return info().symbol();
    }

    String base() {
        return info().baseAsset();
    }

    String quote() {
        return info().quoteAsset();
    }

    Book book() {
        return book;
    }

    TriggerWatch watch() {
        return watch;
    }

    TradeTape tape() {
        return tape;
    }

    AggregateTape aggregates() {
        return aggregates;
    }

    long nextOrderId() {
        return ++lastOrderId;
    }

    long nextPreventedMatchId() {
        return ++lastPreventedMatchId;
    }

    long nextExecutionId() {
        return ++lastExecutionId;
    }

    long lastUpdateId() {
        return lastUpdateId;
    }

    private void bookChanged(Side side, PriceLevel level) {
        journal.book(new BookChange(symbol(), ++lastUpdateId, side, level, journal.now()));
    }

    @Nullable BigDecimal lastPrice() {
        return tape.lastPrice();
    }

    @Nullable BigDecimal referencePrice() {
        return referencePrice;
    }

    void referencePrice(@Nullable BigDecimal price) {
        referencePrice = price;
    }

    /** What the filters measure a price against: the reference price, or else an average of trades; null for neither. */
    @Nullable BigDecimal measure(int minutes, long nowMicros) {
        return referencePrice != null ? referencePrice : tape.average(minutes, nowMicros);
    }

    /** What a quantity at a price is worth, as it is paid: never more precise than the quote asset. */
    BigDecimal worth(BigDecimal price, BigDecimal qty) {
        return rounded(price.multiply(qty), RoundingMode.DOWN);
    }

    /** What has to be locked for it, so that no sequence of parts can cost more. */
    BigDecimal roundedUp(BigDecimal amount) {
        return rounded(amount, RoundingMode.UP);
    }

    private BigDecimal rounded(BigDecimal amount, RoundingMode mode) {
        int precision = info().quoteAssetPrecision();
        return amount.scale() > precision ? amount.setScale(precision, mode) : amount;
    }

    /** The step of a market order's quantity. */
    BigDecimal step() {
        BigDecimal lot = info().filter(Filter.LotSize.class)
                .map(Filter.LotSize::stepSize)
                .orElse(BigDecimal.ZERO);
        BigDecimal market = info().filter(Filter.MarketLotSize.class)
                .map(Filter.MarketLotSize::stepSize)
                .orElse(BigDecimal.ZERO);
        BigDecimal step = lot.max(market);
        return step.signum() > 0 ? step : BigDecimal.ONE.movePointLeft(info().baseAssetPrecision());
    }

    BookTicker bookTicker() {
        Level bid = book.best(true);
        Level ask = book.best(false);
        return new BookTicker(
                symbol(), lastUpdateId, bid == null ? null : bid.snapshot(), ask == null ? null : ask.snapshot());
    }
}
