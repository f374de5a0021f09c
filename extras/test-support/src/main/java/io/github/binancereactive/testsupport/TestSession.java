/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Prepares a JVM for tests, before the first test class is looked for. */
public final class TestSession implements LauncherSessionListener {

    private static final String SEED = "junit.jupiter.execution.order.random.seed";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Leaks.guard();
        BlockingCalls.guard();
        DroppedSignals.guard();
        chooseOrder();
    }

    /** JUnit chooses a seed itself, but says so in a place where nobody looks. */
    private static void chooseOrder() {
        if (System.getProperty(SEED) == null) {
            System.setProperty(SEED, Long.toString(ThreadLocalRandom.current().nextInt(1_000_000)));
        }
        System.out.printf("Random test order, repeat it with -D%s=%s%n", SEED, System.getProperty(SEED));
    }
}
