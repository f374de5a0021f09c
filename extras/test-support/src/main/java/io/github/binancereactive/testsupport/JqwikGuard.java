/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import net.jqwik.api.lifecycle.AroundContainerHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.ContainerLifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** The same for jqwik, which is a test engine of its own. Registers itself. */
public final class JqwikGuard implements AroundContainerHook, AroundPropertyHook {

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        try {
            Incidents.failIfAny("Noticed during " + context.label());
            return result;
        } catch (AssertionError incidents) {
            return result.mapToFailed(incidents);
        }
    }

    @Override
    public void afterContainer(ContainerLifecycleContext context) {
        Leaks.check();
        Incidents.failIfAny("Noticed after " + context.label());
    }
}
