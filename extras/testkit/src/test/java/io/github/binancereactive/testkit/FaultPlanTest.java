/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static List<String> faults(FaultPlan plan, long seed) {
        Faults faults = new Faults(plan, seed);
        return IntStream.range(0, 10_000)
                .mapToObj(i -> Objects.toString(faults.take("time"), "none"))
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        FaultPlan plan = FaultPlan.mixed(0.1);

        assertThat(faults(plan, 7)).isEqualTo(faults(plan, 7)).isNotEqualTo(faults(plan, 8));
    }

    @Test
    void eachFaultHasItsRate() {
        FaultPlan plan = FaultPlan.none().with(0.2, Fault.drop()).with(0.05, Fault.duplicate());
        List<String> faults = faults(plan, 1);

        assertThat(count(faults, Fault.drop())).isCloseTo(2000, within(150L));
        assertThat(count(faults, Fault.duplicate())).isCloseTo(500, within(80L));
    }

    private static long count(List<String> faults, Fault fault) {
        return faults.stream().filter(fault.toString()::equals).count();
    }

    @Test
    void filteredFaultsLeaveOtherMethodsAlone() {
        FaultPlan plan = FaultPlan.none().with(1, Fault.drop().on("order.place"));

        assertThat(faults(plan, 1)).containsOnly("none");
    }

    @Test
    void injectedFaultsComeFirst() {
        Faults faults = new Faults(FaultPlan.none().with(1, Fault.drop()), 1);
        faults.add(Fault.duplicate(), 1);

        assertThat(faults.take("time")).isEqualTo(Fault.duplicate());
        assertThat(faults.take("time")).isEqualTo(Fault.drop());
    }

    @Test
    void ratesAddUpToOneAtMost() {
        FaultPlan full = FaultPlan.mixed(1);

        assertThatIllegalArgumentException().isThrownBy(() -> full.with(0.1, Fault.drop()));
        assertThatIllegalArgumentException().isThrownBy(() -> full.with(-0.1, Fault.drop()));
    }
}
