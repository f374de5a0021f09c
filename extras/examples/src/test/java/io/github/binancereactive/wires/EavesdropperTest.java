/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is leaked is found, or {@link SecretsIT} would prove nothing. */
class EavesdropperTest {

    private final Eavesdropper ears = new Eavesdropper();

    @AfterEach
    void close() {
        ears.close();
    }

    @Test
    void hearsWhatIsLoggedAndTold() {
        LoggerFactory.getLogger("io.github.binancereactive.any").trace("a {}", "log", new IllegalStateException("b"));
        LoggerFactory.getLogger("any").info("c");
        LoggerFactory.getLogger("any").debug("unheard");
        IllegalStateException error = new IllegalStateException("d", new IllegalStateException("e"));
        error.addSuppressed(new IllegalStateException("f"));
        ears.failed(error);

        List.of("a log", "Exception: b", "any [", "Exception: d", "Exception: e", "Exception: f")
                .forEach(each -> assertThat(catchThrowable(() -> ears.requireNone(List.of(each))))
                        .as(each)
                        .isInstanceOf(AssertionError.class));
        ears.requireNone(List.of("unheard"));
    }
}
