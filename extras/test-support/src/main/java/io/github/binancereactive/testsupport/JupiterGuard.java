/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails the JUnit Jupiter test, or its class, behind whose back something went wrong. Registers itself. */
public final class JupiterGuard implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(JupiterGuard.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        // The store closes what it holds in reverse order: the first to be stored comes after all that a class cleans
        // up.
        AutoCloseable check = () -> checkLeaks(context);
        context.getStore(NAMESPACE).put(context.getUniqueId(), check);
    }

    private static void checkLeaks(ExtensionContext context) {
        Leaks.check();
        Incidents.failIfAny("Noticed after " + context.getDisplayName());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        DroppedSignals.guard();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Incidents.failIfAny("Noticed during " + context.getDisplayName());
    }
}
