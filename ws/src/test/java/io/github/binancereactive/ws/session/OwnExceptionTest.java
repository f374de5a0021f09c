/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RejectedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a copy of an exception keeps. */
class OwnExceptionTest {

    private final Throwable cause = new IllegalStateException("why");

    @Test
    void aCopySaysTheSame() {
        for (Throwable failure : List.of(
                new RejectedException("order.place", 400, -2010, "No.", "more"),
                new ClientClosedException("user data", cause),
                new ProtocolException("book", "nonsense", cause))) {
            assertThat(OwnException.of(failure))
                    .isNotSameAs(failure)
                    .hasSameClassAs(failure)
                    .hasMessage(failure.getMessage())
                    .hasCause(failure.getCause());
        }
    }

    @Test
    void aRefusalKeepsItsDetail() {
        RejectedException copy =
                (RejectedException) OwnException.of(new RejectedException("order.place", 400, -2010, "No.", "more"));
        assertThat(copy.detail(String.class)).contains("more");
        assertThat(copy.code()).isEqualTo(-2010);
    }

    @Test
    void whatIsNotOursStaysWhatItIs() {
        Throwable lost = new ConnectionLostException("depth", "lost", null);
        assertThat(OwnException.of(lost)).isSameAs(lost);
        assertThat(OwnException.of(cause)).isSameAs(cause);
    }
}
