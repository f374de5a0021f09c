/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is traded, no money comes or goes, and what is locked is what the open orders need. */
class ConservationPropertyTest {

    @Property(tries = 100)
    void moneyIsConservedAtEveryStep(@ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
        RandomTrading trading = new RandomTrading(seed, EngineListener.NONE);
        Audit audit = new Audit(trading.engine);
        for (int i = 0; i < steps; i++) {
            trading.step();
            audit.check();
        }
    }
}
