/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PriceLevelsTest {

    private final PriceLevels levels = PriceLevels.ofUnscaled(new long[] {24, 105, 23, 0}, 4, 1);

    private static PriceLevel level(String price, String quantity) {
        return new PriceLevel(new BigDecimal(price), new BigDecimal(quantity));
    }

    @Test
    void levelsHaveTheScaleOfTheirSide() {
        assertThat(levels).containsExactly(level("0.0024", "10.5"), level("0.0023", "0.0"));
        assertThat(levels.priceScale()).isEqualTo(4);
        assertThat(levels.quantityScale()).isEqualTo(1);
        assertThat(levels.unscaledPrice(1)).isEqualTo(23);
        assertThat(levels.unscaledQuantity(0)).isEqualTo(105);
    }

    @Property
    void equalAnyListOfTheSameLevels(
            @ForAll @Size(max = 40) List<Long> numbers, @ForAll @IntRange(max = 18) int priceScale) {
        long[] unscaled = numbers.stream()
                .limit(numbers.size() - numbers.size() % 2)
                .mapToLong(each -> each)
                .toArray();
        List<PriceLevel> objects = new ArrayList<>();
        for (int i = 0; i < unscaled.length; i += 2) {
            objects.add(new PriceLevel(
                    BigDecimal.valueOf(unscaled[i], priceScale), BigDecimal.valueOf(unscaled[i + 1], 3)));
        }

        PriceLevels compact = PriceLevels.ofUnscaled(unscaled, priceScale, 3);

        assertThat(compact).isEqualTo(objects).hasSameHashCodeAs(objects).hasToString(objects.toString());
        assertThat(objects).isEqualTo(compact);
    }

    @Test
    void areImmutable() {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> levels.add(level("1", "1")));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> levels.remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> levels.set(0, level("1", "1")));
        assertThat(PriceLevels.copyOf(levels)).isSameAs(levels);
    }

    @Test
    void copiesOfOtherListsDoNotFollowThem() {
        List<PriceLevel> list = new ArrayList<>(List.of(level("1", "2")));
        List<PriceLevel> copy = PriceLevels.copyOf(list);
        list.clear();
        assertThat(copy).containsExactly(level("1", "2"));
    }

    @Test
    void indexesBelongToTheList() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> levels.get(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> levels.get(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> levels.unscaledPrice(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> levels.unscaledQuantity(2));
    }

    @Test
    void eachPriceHasAQuantity() {
        assertThatIllegalArgumentException().isThrownBy(() -> PriceLevels.ofUnscaled(new long[3], 1, 1));
    }
}
