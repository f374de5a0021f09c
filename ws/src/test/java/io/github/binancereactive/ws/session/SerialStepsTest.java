/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SerialStepsTest {

    private final SerialSteps steps = new SerialSteps("a test");
    private final List<Integer> taken = new ArrayList<>();

    @Test
    void aStepThatIsAddedByAStepComesAfterIt() {
        steps.run(() -> {
            steps.run(() -> taken.add(2));
            taken.add(1);
        });

        assertThat(taken).containsExactly(1, 2);
    }

    @Test
    void aStepThatThrowsStopsNoOther() {
        steps.run(() -> {
            steps.run(() -> taken.add(1));
            throw new IllegalStateException("a step");
        });
        steps.run(() -> taken.add(2));

        assertThat(taken).containsExactly(1, 2);
    }

    @Test
    void anErrorOfTheMachinePassesThroughAndStopsNoOther() {
        assertThatThrownBy(() -> steps.run(() -> {
                    steps.run(() -> taken.add(1));
                    throw new StackOverflowError("of a step");
                }))
                .isInstanceOf(StackOverflowError.class);
        steps.run(() -> taken.add(2));

        assertThat(taken).containsExactly(1, 2);
    }

    @Test
    void soDoesOneOfAStepThatHadToWait() {
        assertThatThrownBy(() -> steps.run(() -> {
                    steps.run(() -> {
                        throw new StackOverflowError("of a step that waited");
                    });
                    steps.run(() -> taken.add(1));
                }))
                .isInstanceOf(StackOverflowError.class);
        steps.run(() -> taken.add(2));

        assertThat(taken).containsExactly(1, 2);
    }
}
