/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What an order would trade if it took now: the matching without its effects. */
final class Walk {

    private final Order taker;
    private final Market market;
    private final PriceRange range;
    private Appetite left;
    private BigDecimal qty = BigDecimal.ZERO;
    private BigDecimal quote = BigDecimal.ZERO;
    private BigDecimal transferred = BigDecimal.ZERO;
    private BigDecimal transferredQuote = BigDecimal.ZERO;
    private boolean ended;
    private boolean sated;

    private Walk(Order taker) {
        this.taker = taker;
        this.market = taker.market();
        this.range = PriceRange.of(taker);
        this.left = taker.appetite();
    }

    static Walk of(Order taker) {
        Walk walk = new Walk(taker);
        for (Level level : walk.market.book().levels(!taker.isBuy())) {
            if (!taker.crosses(level.price()) || !walk.range.allows(level.price()) || walk.ended) {
                break;
            }
            walk.take(level);
        }
        return walk;
    }

    /** The base quantity that it would trade. */
    BigDecimal qty() {
        return qty;
    }

    /** The base quantity that it would give away: also what is transferred in place of a trade. */
    BigDecimal givenQty() {
        return qty.add(transferred);
    }

    /** The quote quantity that it would give away. */
    BigDecimal givenQuote() {
        return quote.add(transferredQuote);
    }

    /** Whether it would trade all it wants. */
    boolean isFilled() {
        return left.base() == null ? sated : qty.compareTo(taker.remaining()) == 0;
    }

    /** Some of what an iceberg order has, which comes behind what the others show. */
    private record Part(Order maker, BigDecimal remaining) {}

    private void take(Level level) {
        Deque<Part> hidden = new ArrayDeque<>();
        for (Order maker : level.orders()) {
            take(level.price(), new Part(maker, maker.remaining()), maker.visible(), hidden);
            if (ended) {
                return;
            }
        }
        while (!ended && !hidden.isEmpty()) {
            Part part = hidden.remove();
            BigDecimal iceberg = part.maker.request().icebergQty();
            take(level.price(), part, iceberg == null ? part.remaining : iceberg.min(part.remaining), hidden);
        }
    }

    private void take(BigDecimal price, Part part, BigDecimal shown, Deque<Part> hidden) {
        BigDecimal wanted = left.at(price);
        if (wanted.signum() <= 0) {
            sated = true;
            ended = true;
            return;
        }
        SelfTradePreventionMode mode = SelfTrade.mode(taker, part.maker);
        BigDecimal met = wanted.min(shown);
        if (mode == null) {
            trade(price, met);
        } else if (!prevent(mode, part.maker, price, met)) {
            return;
        }
        BigDecimal rest = part.remaining.subtract(met);
        if (met.compareTo(shown) == 0 && rest.signum() > 0) {
            hidden.add(new Part(part.maker, rest));
        }
    }

    private void trade(BigDecimal price, BigDecimal traded) {
        BigDecimal worth = market.worth(price, traded);
        qty = qty.add(traded);
        quote = quote.add(worth);
        left = left.less(traded, worth);
        sated = left.at(price).signum() <= 0;
    }

    /** Whether the maker's rest stays. */
    private boolean prevent(SelfTradePreventionMode mode, Order maker, BigDecimal price, BigDecimal prevented) {
        BigDecimal worth = market.worth(price, prevented);
        if (SelfTrade.takerLosesAll(mode)) {
            ended = true;
        } else if (SelfTrade.isMutual(mode)) {
            left = left.less(prevented, worth);
        }
        if (mode == SelfTradePreventionMode.TRANSFER && maker.account() != taker.account()) {
            transferred = transferred.add(prevented);
            transferredQuote = transferredQuote.add(worth);
        }
        return SelfTrade.isMutual(mode);
    }

    static @Nullable Level bestFor(Order taker) {
        return taker.market().book().best(!taker.isBuy());
    }
}
