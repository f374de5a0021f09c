/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bids 1.00 for 5, 0.90 for 3 and perhaps more; asks 1.10 for 2, 1.20 for 4, and no more. */
class BookViewTest {

    private final BookSideView bids = new BookSideView(BookSideView.Kind.BIDS, Books.packed(100, 5, 90, 3), false);
    private final BookSideView asks = new BookSideView(BookSideView.Kind.ASKS, Books.packed(110, 2, 120, 4), true);
    private final BookSideView nobody = new BookSideView(BookSideView.Kind.ASKS, Books.packed(), true);
    private final BookView view = new BookView(Books.SYMBOL, 7, null, bids, asks);

    private static Optional<BigDecimal> number(String number) {
        return Optional.of(new BigDecimal(number));
    }

    @Test
    void betweenTheSides() {
        assertThat(view.spread()).isEqualTo(number("0.10"));
        assertThat(view.mid()).isEqualTo(number("1.05"));
        assertThat(view.imbalance(1)).isEqualTo(number("0.4285714285714286"));
        assertThat(view.imbalance(3)).isEmpty();
        assertThat(view.isCrossed()).isFalse();
    }

    @Test
    void withAnEmptySide() {
        BookView half = new BookView(Books.SYMBOL, 7, null, bids, nobody);
        assertThat(half.spread()).isEmpty();
        assertThat(half.mid()).isEmpty();
        assertThat(half.imbalance(1)).isEqualTo(number("1"));
        assertThat(half.isCrossed()).isFalse();
        assertThat(new BookView(Books.SYMBOL, 7, null, nobody, nobody).imbalance(1))
                .isEmpty();
    }

    @Test
    void levels() {
        assertThat(bids.best()).contains(Books.levels("1.00", "5").get(0));
        assertThat(nobody.best()).isEmpty();
        assertThat(asks.top(1)).isEqualTo(Books.levels("1.10", "2"));
        assertThat(asks.top(9)).isEqualTo(Books.levels("1.10", "2", "1.20", "4"));
        assertThat(nobody.top(3)).isEqualTo(List.of());
    }

    @Test
    void quantities() {
        assertThat(bids.quantity(2)).isEqualTo(number("8"));
        assertThat(bids.quantity(3)).isEmpty();
        assertThat(asks.quantity(3)).isEqualTo(number("6"));
    }

    @Test
    void quantitiesUpToAPrice() {
        assertThat(bids.quantityTo(new BigDecimal("0.95"))).isEqualTo(number("5"));
        assertThat(bids.quantityTo(new BigDecimal("0.9"))).isEqualTo(number("8"));
        assertThat(bids.quantityTo(new BigDecimal("0.89"))).isEmpty();
        assertThat(bids.quantityTo(new BigDecimal("2"))).isEqualTo(number("0"));
        assertThat(asks.quantityTo(new BigDecimal("1.15"))).isEqualTo(number("2"));
        assertThat(asks.quantityTo(new BigDecimal("9"))).isEqualTo(number("6"));
        assertThat(nobody.quantityTo(new BigDecimal("9"))).isEqualTo(number("0"));
    }

    @Test
    void averagePrices() {
        assertThat(asks.value(new BigDecimal("3"))).isEqualTo(number("3.40"));
        assertThat(asks.averagePrice(new BigDecimal("4"))).isEqualTo(number("1.15"));
        assertThat(asks.averagePrice(new BigDecimal("6")).orElseThrow().toString())
                .startsWith("1.16666666666");
        assertThat(asks.averagePrice(new BigDecimal("6.1"))).isEmpty();
        assertThatThrownBy(() -> asks.value(BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optionsKeepToTheirRanges() {
        BookOptions options = BookOptions.defaults();
        assertThatThrownBy(() -> options.withMaxLevels(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withMaxLevels(30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withMinLevels(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withBufferSize(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(options.withMaxLevels(40).withMinLevels(10).withBufferSize(3))
                .isEqualTo(new BookOptions(40, 10, 3));
    }
}
