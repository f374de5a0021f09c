/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trades of a symbol, with running sums, so that the statistics of any window cost no more than finding its ends.
 * Highs and lows are kept for blocks of trades. When there are too many, the older half is forgotten.
 */
final class TradeTape {

    /** About how many trades of a symbol are remembered at most; at least half of them are. */
    static final int USUAL_MOST = 1 << 20;

    private static final int BLOCK = 64;
    private static final long MICROS_PER_MINUTE = 60_000_000L;
    private static final int AVERAGE_SCALE = 8;

    private final int most;
    private long lastId;
    private final List<MarketTrade> trades = new ArrayList<>();
    private final List<Sums> sums = new ArrayList<>(List.of(Sums.NONE));
    private final List<BigDecimal> blockHighs = new ArrayList<>();
    private final List<BigDecimal> blockLows = new ArrayList<>();

    private record Sums(BigDecimal volume, BigDecimal quote, BigDecimal buyVolume, BigDecimal buyQuote) {

        static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Sums plus(MarketTrade trade) {
            BigDecimal moreVolume = volume.add(trade.qty());
            BigDecimal moreQuote = quote.add(trade.quoteQty());
            return trade.isBuyerMaker()
                    ? new Sums(moreVolume, moreQuote, buyVolume, buyQuote)
                    : new Sums(moreVolume, moreQuote, buyVolume.add(trade.qty()), buyQuote.add(trade.quoteQty()));
        }

        Sums minus(Sums earlier) {
            return new Sums(
                    volume.subtract(earlier.volume),
                    quote.subtract(earlier.quote),
                    buyVolume.subtract(earlier.buyVolume),
                    buyQuote.subtract(earlier.buyQuote));
        }
    }

    TradeTape() {
        this(USUAL_MOST);
    }

    /** A multiple of two blocks, so that whole blocks are forgotten. */
    TradeTape(int most) {
        this.most = most;
    }

    long nextId() {
        return lastId + 1;
    }

    void add(MarketTrade trade) {
        if (trades.size() % BLOCK == 0) {
            blockHighs.add(trade.price());
            blockLows.add(trade.price());
        }
        int block = trades.size() / BLOCK;
        blockHighs.set(block, blockHighs.get(block).max(trade.price()));
        blockLows.set(block, blockLows.get(block).min(trade.price()));
        sums.add(sums.get(trades.size()).plus(trade));
        trades.add(trade);
        lastId = trade.id();
        if (trades.size() == most) {
            forget(most / 2);
        }
    }

    /** The sums go on as they are: only differences between them are ever asked for. */
    private void forget(int oldest) {
        trades.subList(0, oldest).clear();
        sums.subList(0, oldest).clear();
        blockHighs.subList(0, oldest / BLOCK).clear();
        blockLows.subList(0, oldest / BLOCK).clear();
    }

    List<MarketTrade> trades() {
        return trades;
    }

    @Nullable MarketTrade last() {
        return trades.isEmpty() ? null : trades.get(trades.size() - 1);
    }

    @Nullable BigDecimal lastPrice() {
        MarketTrade last = last();
        return last == null ? null : last.price();
    }

    /** The first trade at or after that time, or one past the last. */
    int indexAt(long micros) {
        return History.lowerBound(trades, MarketTrade::time, micros);
    }

    /** The trades from one index to before another, of which there has to be one. */
    Kline.Bar bar(int from, int to) {
        Sums within = sums.get(to).minus(sums.get(from));
        return new Kline.Bar(
                trades.get(from).price(),
                high(from, to),
                low(from, to),
                trades.get(to - 1).price(),
                within.volume,
                within.quote,
                within.buyVolume,
                within.buyQuote,
                trades.get(from).id(),
                trades.get(to - 1).id(),
                to - (long) from);
    }

    /** What stands where nothing was traded. */
    static Kline.Bar flat(BigDecimal price) {
        BigDecimal none = BigDecimal.ZERO;
        return new Kline.Bar(price, price, price, price, none, none, none, none, -1, -1, 0);
    }

    private BigDecimal high(int from, int to) {
        BigDecimal high = trades.get(from).price();
        int index = from;
        while (index < to) {
            boolean whole = index % BLOCK == 0 && index + BLOCK <= to;
            high = high.max(
                    whole ? blockHighs.get(index / BLOCK) : trades.get(index).price());
            index += whole ? BLOCK : 1;
        }
        return high;
    }

    private BigDecimal low(int from, int to) {
        BigDecimal low = trades.get(from).price();
        int index = from;
        while (index < to) {
            boolean whole = index % BLOCK == 0 && index + BLOCK <= to;
            low = low.min(
                    whole ? blockLows.get(index / BLOCK) : trades.get(index).price());
            index += whole ? BLOCK : 1;
        }
        return low;
    }

    /** Weighted by volume; the last price when nothing was traded in that time or it is zero; null before all trades. */
    @Nullable BigDecimal average(int minutes, long nowMicros) {
        int from = indexAt(nowMicros - minutes * MICROS_PER_MINUTE);
        if (minutes == 0 || from == trades.size()) {
            return lastPrice();
        }
        Sums within = sums.get(trades.size()).minus(sums.get(from));
        return average(within.quote, within.volume);
    }

    static BigDecimal average(BigDecimal quote, BigDecimal volume) {
        return volume.signum() == 0 ? BigDecimal.ZERO : quote.divide(volume, AVERAGE_SCALE, RoundingMode.HALF_UP);
    }
}
