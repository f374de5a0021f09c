/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testsupport.Incidents.Kind;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class BlockHoundTest {

    @Test
    void refusesABlockingCallOnAReactorThread() {
        StepVerifier.create(Mono.fromRunnable(BlockHoundTest::block).subscribeOn(Schedulers.parallel()))
                .expectErrorSatisfies(error -> assertThat(error).isInstanceOf(BlockingOperationError.class))
                .verify(Duration.ofSeconds(5));

        assertThat(Incidents.take(Kind.BLOCKING_CALL)).hasSize(1);
    }

    @Test
    void refusesABlockingCallOnANettyThread() {
        EventExecutor eventLoop = new DefaultEventExecutor();
        try {
            Future<?> blocked = eventLoop.submit(BlockHoundTest::block).awaitUninterruptibly();

            assertThat(blocked.cause()).isInstanceOf(BlockingOperationError.class);
            assertThat(Incidents.take(Kind.BLOCKING_CALL)).hasSize(1);
        } finally {
            eventLoop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    @Test
    void recordsABlockingCallWhoseErrorGetsLost() {
        Mono.fromRunnable(BlockHoundTest::block)
                .subscribeOn(Schedulers.parallel())
                .onErrorComplete()
                .block(Duration.ofSeconds(5));

        assertThat(Incidents.take(Kind.BLOCKING_CALL))
                .singleElement()
                .satisfies(incident -> assertThat(incident.description()).contains("sleep"));
    }

    @Test
    void allowsABlockingCallElsewhere() {
        Mono.fromRunnable(BlockHoundTest::block)
                .subscribeOn(Schedulers.boundedElastic())
                .block(Duration.ofSeconds(5));

        assertThat(Incidents.take(Kind.BLOCKING_CALL)).isEmpty();
    }

    private static void block() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
