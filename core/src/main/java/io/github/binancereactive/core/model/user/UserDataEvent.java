/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the user data stream.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public sealed interface UserDataEvent
        permits AccountPosition,
                BalanceUpdate,
                ExecutionReport,
                ListStatus,
                ExternalLockUpdate,
                EventStreamTerminated,
                UnknownUserDataEvent {

    /**
     * The exchange's name for this kind of event.
     *
     * @return such as {@code executionReport}
     */
    String eventType();

    /**
     * When the exchange made the event.
     *
     * @return by the exchange's clock; null for an unknown event that doesn't say
     */
    @Nullable Instant eventTime();
}
