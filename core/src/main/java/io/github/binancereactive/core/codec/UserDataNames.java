/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.account.Balance;
import io.github.binancereactive.core.model.trade.OrderListMember;
import io.github.binancereactive.core.model.user.AccountPosition;
import io.github.binancereactive.core.model.user.BalanceUpdate;
import io.github.binancereactive.core.model.user.EventStreamTerminated;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.model.user.ExternalLockUpdate;
import io.github.binancereactive.core.model.user.ListStatus;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of the user data stream, and what is in them, are called on the wire. */
final class UserDataNames {

    /** The field that tells events apart. */
    static final String TYPE = "e";

    /** In the order of the components. */
    static final Map<Class<?>, List<String>> EVENTS = Map.of(
            AccountPosition.class, List.of("E", "u", "B"),
            BalanceUpdate.class, List.of("E", "a", "d", "T"),
            ExternalLockUpdate.class, List.of("E", "a", "d", "T"),
            EventStreamTerminated.class, List.of("E"),
            ListStatus.class, List.of("E", "s", "g", "c", "l", "L", "r", "C", "T", "O"),
            ExecutionReport.class,
                    List.of(
                            "E", "s", "c", "S", "o", "f", "q", "p", "P", "F", "g", "C", "x", "X", "r", "i", "l", "z",
                            "L", "n", "N", "T", "t", "v", "I", "w", "m", "O", "Z", "Y", "Q", "W", "V", "d", "D", "j",
                            "J", "A", "B", "u", "U", "Cs", "pl", "pL", "pY", "b", "a", "k", "uS", "gP", "gOT", "gOV",
                            "gp", "eR"));

    /** Of records that have their full names elsewhere. */
    private static final Map<Class<?>, List<String>> WITHIN_EVENTS =
            Map.of(Balance.class, List.of("a", "f", "l"), OrderListMember.class, List.of("s", "i", "c"));

    private static final Map<String, Class<? extends UserDataEvent>> BY_TYPE = Map.of(
            "outboundAccountPosition", AccountPosition.class,
            "balanceUpdate", BalanceUpdate.class,
            "executionReport", ExecutionReport.class,
            "listStatus", ListStatus.class,
            "externalLockUpdate", ExternalLockUpdate.class,
            "eventStreamTerminated", EventStreamTerminated.class);

    /** {@code M} is documented as "Ignore". */
    private static final Map<Class<?>, Set<String>> WITHOUT_MEANING = Map.of(ExecutionReport.class, Set.of("M"));

    /** Fields that are there even when they are null. */
    private static final Map<Class<?>, Set<String>> ALWAYS_THERE = Map.of(ExecutionReport.class, Set.of("N"));

    private UserDataNames() {}

    /** The record for events of this type; null when it is unknown. */
    static @Nullable Class<? extends UserDataEvent> record(String eventType) {
        return BY_TYPE.get(eventType);
    }

    /** What the components of a record are also called, within events; null when they have one name only. */
    static @Nullable List<String> withinEvents(Class<?> type) {
        return WITHIN_EVENTS.get(type);
    }

    /** Whether this field of an event says nothing that the record keeps. */
    static boolean isSkipped(Class<?> type, String name) {
        return EVENTS.containsKey(type)
                && (name.equals(TYPE)
                        || WITHOUT_MEANING.getOrDefault(type, Set.of()).contains(name));
    }

    static boolean isAlwaysThere(Class<?> type, String name) {
        return ALWAYS_THERE.getOrDefault(type, Set.of()).contains(name);
    }
}
