/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import io.github.binancereactive.testsupport.Incidents.Kind;
import java.util.List;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;
import reactor.core.scheduler.NonBlocking;

/**
 * BlockHound's settings for all tests. A blocking call throws, and is recorded too, because the error may end up in a
 * stream that nobody looks at.
 *
 * <p>What may block is what BlockHound's own integrations with Reactor, Netty and Logback allow. An addition to that list
 * belongs in {@link #applyTo}, with the reason why it is harmless.
 */
public final class BlockingCalls implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.blockingMethodCallback(BlockingCalls::refuse);
        // Netty's default allocator takes a lock for a moment when several threads need memory at once. It is not ours
        // to change.
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
        // The virtual clock's queue takes a lock for a moment, which the test that moves the clock may hold; a real
        // scheduler has no such queue.
        for (String method : List.of("schedule", "schedulePeriodically")) {
            builder.allowBlockingCallsInside("reactor.test.scheduler.VirtualTimeScheduler", method);
            builder.allowBlockingCallsInside("reactor.test.scheduler.VirtualTimeScheduler$VirtualTimeWorker", method);
        }
        builder.allowBlockingCallsInside("reactor.test.scheduler.VirtualTimeScheduler$TimedRunnable", "dispose");
    }

    private static void refuse(BlockingMethod method) {
        BlockingOperationError error = new BlockingOperationError(method);
        Incidents.record(Kind.BLOCKING_CALL, method.toString(), error);
        throw error;
    }

    /** Turns BlockHound on and proves it: without the right JVM flags it would be silently blind. */
    static void guard() {
        BlockHound.install();
        Probe probe = new Probe();
        probe.start();
        try {
            probe.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Incidents.take(Kind.BLOCKING_CALL).isEmpty()) {
            throw new IllegalStateException("BlockHound sees no blocking calls: is the JVM started with the argLine"
                    + " of the parent pom (-XX:+AllowRedefinitionToAddDeleteMethods)?");
        }
    }

    private static final class Probe extends Thread implements NonBlocking {

        @Override
        public void run() {
            try {
                Thread.sleep(1);
            } catch (BlockingOperationError | InterruptedException expected) {
                // The incident on record is the proof.
            }
        }
    }
}
