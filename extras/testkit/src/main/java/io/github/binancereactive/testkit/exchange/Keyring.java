/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose key is whose. Confined to the simulator's event loop. */
final class Keyring {

    private final Map<String, Caller> callers = new HashMap<>();

    Keyring(List<SimulatedAccount> accounts) {
        accounts.forEach(this::add);
    }

    void add(SimulatedAccount account) {
        for (SimulatedKey key : account.keys()) {
            callers.put(key.apiKey(), new Caller(account, key));
        }
    }

    @Nullable Caller find(String apiKey) {
        return callers.get(apiKey);
    }

    void revoke(String apiKey) {
        callers.remove(apiKey);
    }

    /** From now on the key may look but not trade. */
    void forbidTrading(String apiKey) {
        callers.computeIfPresent(
                apiKey,
                (key, caller) -> new Caller(caller.account(), caller.key().readOnly()));
    }
}
