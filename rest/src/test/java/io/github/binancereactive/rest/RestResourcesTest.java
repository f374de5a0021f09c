/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The end of what clients share. That of real pools is in {@link LifeIT}. */
class RestResourcesTest {

    @Test
    void loopsThatWereShutDownFirstDoNotKeepAClientFromClosing() {
        StepVerifier.create(
                        RestResources.freed(Mono.error(new RejectedExecutionException("event executor terminated"))))
                .verifyComplete();
    }

    @Test
    void whateverElseGoesWrongIsTold() {
        StepVerifier.create(RestResources.freed(Mono.error(new IllegalStateException("stuck"))))
                .verifyErrorMessage("stuck");
    }
}
