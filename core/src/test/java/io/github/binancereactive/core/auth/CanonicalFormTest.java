/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    @Test
    void restSignsQueryAndBodyOneBehindTheOther() {
        assertThat(CanonicalForm.rest("symbol=A", "side=BUY")).isEqualTo("symbol=Aside=BUY".getBytes(UTF_8));
        assertThat(CanonicalForm.rest("", "")).isEmpty();
    }

    @Test
    void theWebSocketApiSignsPlainValuesSortedByName() {
        Map<String, Object> parameters =
                Map.of("symbol", "１２", "apiKey", "k&k", "price", new BigDecimal("1E-3"), "timestamp", 5L);

        assertThat(CanonicalForm.webSocket(parameters))
                .isEqualTo("apiKey=k&k&price=0.001&symbol=１２&timestamp=5".getBytes(UTF_8));
    }
}
