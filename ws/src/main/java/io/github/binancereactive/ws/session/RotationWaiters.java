/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.error.ClientClosedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** Who asked for a rotation and hasn't been told of its end. For steps only. */
final class RotationWaiters {

    private final List<MonoSink<Void>> waiters = new ArrayList<>();

    void add(MonoSink<Void> waiter) {
        waiters.add(waiter);
    }

    void remove(MonoSink<Void> waiter) {
        waiters.remove(waiter);
    }

    void complete() {
        tell(MonoSink::success);
    }

    void sessionEnded(@Nullable Throwable cause) {
        tell(waiter -> waiter.error(new ClientClosedException("rotate", cause)));
    }

    private void tell(Consumer<MonoSink<Void>> signal) {
        List<MonoSink<Void>> told = List.copyOf(waiters);
        waiters.clear();
        told.forEach(waiter -> Callout.run("A subscriber of rotate()", () -> signal.accept(waiter)));
    }
}
