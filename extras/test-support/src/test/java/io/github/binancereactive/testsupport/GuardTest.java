/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Runs tests that do wrong, and sees them fail. */
class GuardTest {

    @Test
    void everyResourceIsTracked() {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
    }

    @Test
    void aLeakFailsTheClass() {
        Events containers = run("junit-jupiter", Leaking.class).containerEvents();

        assertThat(failures(containers))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.getMessage()).contains("LEAK", "ByteBuf", "#1:"));
    }

    @Test
    void aLeakInAJqwikExampleFailsTheClass() {
        Events containers = run("jqwik", LeakingExample.class).containerEvents();

        assertThat(failures(containers))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.getMessage()).contains("LEAK", "ByteBuf"));
    }

    @Test
    void aBufferReleasedAtTheVeryEndIsNoLeak() {
        run("junit-jupiter", Tidy.class).containerEvents().assertStatistics(events -> events.failed(0));
    }

    @Test
    void aDroppedErrorFailsTheTest() {
        Events tests = run("junit-jupiter", Dropping.class).testEvents();

        assertThat(failures(tests))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.getMessage()).contains("DROPPED_ERROR", "too late"));
    }

    @Test
    void aDroppedValueFailsTheExample() {
        Events tests = run("jqwik", DroppingExample.class).testEvents();

        assertThat(failures(tests))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.getMessage()).contains("DROPPED_VALUE", "42"));
    }

    private static EngineExecutionResults run(String engine, Class<?> tests) {
        return EngineTestKit.engine(engine)
                .enableImplicitConfigurationParameters(true)
                .selectors(selectClass(tests))
                .execute();
    }

    private static List<Throwable> failures(Events events) {
        return events.failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .toList();
    }

    static class Leaking {

        @Test
        void leaks() {
            ByteBufAllocator.DEFAULT.buffer().writeLong(1);
        }
    }

    static class LeakingExample {

        @Example
        void leaks() {
            ByteBufAllocator.DEFAULT.buffer().writeLong(1);
        }
    }

    static class Tidy {

        private static final List<ByteBuf> HELD = new ArrayList<>();

        @Test
        void holds() {
            HELD.add(ByteBufAllocator.DEFAULT.buffer());
        }

        @AfterAll
        static void release() {
            HELD.forEach(ByteBuf::release);
            HELD.clear();
        }
    }

    static class Dropping {

        @Test
        void drops() {
            Operators.onErrorDropped(new IllegalStateException("too late"), Context.empty());
        }
    }

    static class DroppingExample {

        @Example
        void drops() {
            Operators.onNextDropped(42, Context.empty());
        }
    }
}
