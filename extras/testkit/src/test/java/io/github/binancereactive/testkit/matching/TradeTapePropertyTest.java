/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The running sums and blocks say what adding up would say. */
class TradeTapePropertyTest {

    @Property(tries = 200)
    void aBarIsWhatItsTradesAre(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 1, max = 1000) Integer> prices,
            @ForAll @IntRange(max = 299) int first,
            @ForAll @IntRange(min = 1, max = 300) int length) {
        TradeTape tape = new TradeTape();
        for (int price : prices) {
            add(tape, price);
        }
        int from = Math.min(first, prices.size() - 1);
        int to = Math.min(prices.size(), from + length);
        List<Integer> within = prices.subList(from, to);

        Kline.Bar bar = tape.bar(from, to);

        assertThat(bar.high().intValue())
                .isEqualTo(within.stream().max(Integer::compare).orElseThrow());
        assertThat(bar.low().intValue())
                .isEqualTo(within.stream().min(Integer::compare).orElseThrow());
        assertThat(bar.open().intValue()).isEqualTo(within.get(0));
        assertThat(bar.close().intValue()).isEqualTo(within.get(within.size() - 1));
        assertThat(bar.quoteVolume().intValue())
                .isEqualTo(within.stream().mapToInt(price -> price * 10).sum());
        assertThat(bar.takerBuyVolume().longValue())
                .isEqualTo(within.stream().filter(price -> price % 2 == 1).count() * 10);
    }

    /** A tape that has forgotten the oldest trades knows the others as one that has not. */
    @Property(tries = 50)
    void whatIsForgottenIsNotMissed(
            @ForAll @Size(min = 256, max = 900) List<@IntRange(min = 1, max = 1000) Integer> prices) {
        TradeTape all = new TradeTape();
        TradeTape some = new TradeTape(256);
        for (int price : prices) {
            add(all, price);
            add(some, price);
        }
        int kept = some.trades().size();
        int forgotten = prices.size() - kept;

        assertThat(kept).isBetween(128, 255);
        assertThat(some.nextId()).isEqualTo(all.nextId());
        assertThat(some.trades()).isEqualTo(all.trades().subList(forgotten, prices.size()));
        for (int from = 0; from < kept; from += 17) {
            assertThat(some.bar(from, kept)).isEqualTo(all.bar(forgotten + from, prices.size()));
        }
        assertThat(some.indexAt(prices.size())).isEqualTo(all.indexAt(prices.size()) - forgotten);
    }

    private static void add(TradeTape tape, int price) {
        tape.add(new MarketTrade(
                tape.nextId(),
                BigDecimal.valueOf(price),
                BigDecimal.TEN,
                BigDecimal.valueOf(price * 10L),
                tape.nextId(),
                price % 2 == 0));
    }
}
