/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a request says it is from, and what should prove it; nothing of it is verified yet. */
public interface Claim {

    /**
     * The API key.
     *
     * @return the key that was sent, or null
     */
    @Nullable String apiKey();

    /**
     * The signature.
     *
     * @return the signature that was sent, or null
     */
    @Nullable String signature();

    /**
     * What has to have been signed.
     *
     * @return the payload as the wire defines it
     */
    String payload();

    /**
     * The parameters that belong to the claim and not to the method.
     *
     * @return their names
     */
    List<String> parameters();

    /**
     * Whether the API key is missing rather than malformed when it isn't there: on the WebSocket API it is a parameter, on
     * REST a header.
     *
     * @return true when it is a parameter
     */
    default boolean keyIsParameter() {
        return parameters().contains("apiKey");
    }
}
