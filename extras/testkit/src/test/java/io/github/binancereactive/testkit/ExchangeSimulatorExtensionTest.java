/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExchangeSimulatorExtensionTest {

    @Nested
    @ExtendWith(ExchangeSimulatorExtension.class)
    class Fresh {

        private static final AtomicReference<ExchangeSimulator> BEFORE = new AtomicReference<>();

        @Test
        void one(ExchangeSimulator simulator) throws Exception {
            differs(simulator);
        }

        @Test
        void two(ExchangeSimulator simulator) throws Exception {
            differs(simulator);
        }

        private static void differs(ExchangeSimulator simulator) throws Exception {
            assertThat(BEFORE.getAndSet(simulator)).isNotSameAs(simulator);
            assertThat(new RestClient(simulator).get("/api/v3/ping").statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Shared {

        private static final AtomicReference<ExchangeSimulator> BEFORE = new AtomicReference<>();

        @RegisterExtension
        static final ExchangeSimulatorExtension EXCHANGE =
                ExchangeSimulatorExtension.shared(builder -> builder.seed(1));

        @Test
        void one(ExchangeSimulator simulator) throws Exception {
            isTheSame(simulator);
        }

        @Test
        void two(ExchangeSimulator simulator) throws Exception {
            isTheSame(simulator);
        }

        private static void isTheSame(ExchangeSimulator simulator) throws Exception {
            assertThat(EXCHANGE.simulator()).isSameAs(simulator);
            assertThat(BEFORE.getAndSet(simulator)).isIn(null, simulator);
            assertThat(simulator.requests()).isEmpty();
            assertThat(simulator.pendingFaults()).isZero();
            new RestClient(simulator).get("/api/v3/ping");
            simulator.inject(Fault.drop());
        }

        @AfterAll
        static void stillOpen() {
            assertThat(BEFORE.get()).isSameAs(EXCHANGE.simulator());
        }
    }

    @Test
    void aFailedTestReportsWhatTheSimulatorReceived() throws Exception {
        ExchangeSimulatorExtension extension = ExchangeSimulatorExtension.fresh(builder -> builder);
        Map<String, String> reported = new HashMap<>();
        Map<Object, Object> stored = new HashMap<>();
        ExtensionContext failed = failedTest(stored, reported);
        extension.beforeEach(failed);
        new RestClient(extension.simulator()).get("/api/v3/ping");
        extension.simulator().inject(Fault.drop());

        extension.afterTestExecution(failed);
        extension.afterEach(failed);

        assertThat(reported.get("exchange simulator"))
                .contains("#1 REST GET /api/v3/ping []", "faults that met no request: 1");
    }

    /** As much of a context as the extension uses. */
    private static ExtensionContext failedTest(Map<Object, Object> stored, Map<String, String> reported) {
        ExtensionContext.Store store = proxy(ExtensionContext.Store.class, (method, arguments) -> switch (method) {
            case "put" -> stored.put(arguments[0], arguments[1]);
            case "get" -> stored.get(arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
        return proxy(ExtensionContext.class, (method, arguments) -> switch (method) {
            case "getStore" -> store;
            case "getExecutionException" -> Optional.of(new AssertionError("on purpose"));
            case "publishReportEntry" -> reported.put((String) arguments[0], (String) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> answers) {
        InvocationHandler handler = (self, method, arguments) -> {
            Object answer = answers.apply(method.getName(), arguments);
            return method.getReturnType() == void.class ? null : answer;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void outsideOfATestThereIsNone() {
        ExchangeSimulatorExtension extension = ExchangeSimulatorExtension.fresh(builder -> builder);

        assertThatIllegalStateException().isThrownBy(extension::simulator);
    }
}
