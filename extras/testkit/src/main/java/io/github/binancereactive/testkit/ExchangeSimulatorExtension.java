/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link ExchangeSimulator} and closes it after them. When a test fails it reports what the simulator
 * received.
 *
 * <p>With {@code @ExtendWith} every test gets a fresh one as a parameter. Registered as a field it can be another kind,
 * or one for the whole class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ExchangeSimulatorExtension EXCHANGE = ExchangeSimulatorExtension.shared(builder -> builder.tls(true));
 * }</pre>
 *
 * <p>A parameter is safe in parallel tests; {@link #simulator()} is not, unless the simulator is shared.
 */
public final class ExchangeSimulatorExtension
        implements BeforeAllCallback,
                AfterAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterTestExecutionCallback,
                ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ExchangeSimulatorExtension.class);

    private final UnaryOperator<ExchangeSimulatorBuilder> kind;
    private final boolean shared;
    private volatile @Nullable ExchangeSimulator current;

    /** A fresh simulator with the defaults for every test; used by {@code @ExtendWith}. */
    public ExchangeSimulatorExtension() {
        this(builder -> builder, false);
    }

    private ExchangeSimulatorExtension(UnaryOperator<ExchangeSimulatorBuilder> kind, boolean shared) {
        this.kind = kind;
        this.shared = shared;
    }

    /**
     * A simulator of its own for every test.
     *
     * @param kind changes the builder
     * @return an extension for {@code @RegisterExtension}
     */
    public static ExchangeSimulatorExtension fresh(UnaryOperator<ExchangeSimulatorBuilder> kind) {
        return new ExchangeSimulatorExtension(kind, false);
    }

    /**
     * One simulator for all tests of the class; what they recorded and injected is forgotten between two tests, what they
     * traded is not.
     *
     * @param kind changes the builder
     * @return an extension for {@code @RegisterExtension} on a static field
     */
    public static ExchangeSimulatorExtension shared(UnaryOperator<ExchangeSimulatorBuilder> kind) {
        return new ExchangeSimulatorExtension(kind, true);
    }

    /**
     * The simulator of the test that runs.
     *
     * @return a running simulator
     * @throws IllegalStateException outside of a test
     */
    public ExchangeSimulator simulator() {
        ExchangeSimulator simulator = current;
        if (simulator == null) {
            throw new IllegalStateException("no test runs; a shared simulator needs a static field");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (shared) {
            start(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (shared) {
            simulator().clearRequests();
            simulator().clearFaults();
        } else {
            start(context);
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            context.publishReportEntry("exchange simulator", report(of(context)));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!shared) {
            stop(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (shared) {
            stop(context);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ExchangeSimulator.class && find(context) != null;
    }

    @Override
    public ExchangeSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    private void start(ExtensionContext context) {
        ExchangeSimulator simulator = kind.apply(ExchangeSimulator.builder()).start();
        context.getStore(NAMESPACE).put(this, simulator);
        current = simulator;
    }

    private void stop(ExtensionContext context) {
        of(context).close();
        current = null;
    }

    private ExchangeSimulator of(ExtensionContext context) {
        return Objects.requireNonNull(find(context));
    }

    private @Nullable ExchangeSimulator find(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(this, ExchangeSimulator.class);
    }

    private static String report(ExchangeSimulator simulator) {
        return "received\n" + lines(simulator.requests()) + "\nconnections\n" + lines(simulator.connections())
                + "\nfaults that met no request: " + simulator.pendingFaults();
    }

    private static String lines(List<?> entries) {
        return entries.stream().map(entry -> "  " + entry).collect(Collectors.joining("\n"));
    }
}
