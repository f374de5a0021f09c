/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who begins when, and that a long line doesn't end in a deep stack. */
class TurnsTest {

    private final Turns turns = new Turns(2);
    private final List<Integer> begun = new ArrayList<>();

    @Test
    void soManyBeginAndTheOthersInTheirOrder() {
        IntStream.range(0, 4).forEach(i -> turns.begin(() -> begun.add(i)));
        assertThat(begun).containsExactly(0, 1);
        turns.done();
        assertThat(begun).containsExactly(0, 1, 2);
        turns.done();
        turns.done();
        turns.begin(() -> begun.add(4));
        assertThat(begun).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whatIsDoneAsSoonAsItBeginsMakesNoDeepStack() {
        turns.begin(() -> {});
        turns.begin(() -> {});
        for (int i = 0; i < 200_000; i++) {
            int number = i;
            turns.begin(() -> {
                begun.add(number);
                turns.done();
            });
        }
        turns.done();
        assertThat(begun).hasSize(200_000).isSorted();
    }
}
