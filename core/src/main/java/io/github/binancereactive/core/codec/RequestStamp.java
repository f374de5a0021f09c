/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.auth.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries beside the parameters of its call, so that the exchange accepts it: added at the moment when it is
 * sent, because it is good for a few seconds only.
 *
 * @param timestamp the exchange's present time, in milliseconds or microseconds since 1970
 * @param recvWindow for how many milliseconds after that the request is good, {@code Long} or {@code BigDecimal}; null leaves
 *     it to the exchange. A call's own comes first
 * @param credentials whose {@code apiKey} it carries, and who signs; null for neither, when the session is logged on
 */
public record RequestStamp(
        long timestamp,
        @Nullable Object recvWindow,
        @Nullable Credentials credentials) {}
