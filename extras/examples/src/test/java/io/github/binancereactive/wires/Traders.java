/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Situation.number;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;

/** Who trades in these tests, and what. */
final class Traders {

    static final SimulatedKey READ_ONLY_HMAC = SimulatedKey.hmac("reader").readOnly();
    static final SimulatedKey READ_ONLY_ED25519 = SimulatedKey.ed25519("reader").readOnly();

    /** Has a key of each type, made once, as an RSA key takes its time. */
    static final SimulatedAccount TRADER = SimulatedAccount.of(
            "trader",
            SimulatedKey.hmac("trader"),
            SimulatedKey.rsa("trader"),
            SimulatedKey.ed25519("trader"),
            READ_ONLY_HMAC,
            READ_ONLY_ED25519);

    static final SimulatedAccount OTHER =
            SimulatedAccount.of("other", SimulatedKey.hmac("other"), SimulatedKey.ed25519("other"));

    private Traders() {}

    static Setup with(KeyType type) {
        return Setup.of(credentials(TRADER.key(type)));
    }

    static Credentials credentials(SimulatedKey key) {
        return key.type() == KeyType.HMAC
                ? Credentials.hmac(key.apiKey(), key.secret())
                : Credentials.pem(key.apiKey(), key.secret());
    }

    static NewOrder order(String name) {
        return NewOrder.limit(ReadCalls.SYMBOL, Side.BUY, number("0.01"), number("50000"))
                .clientOrderId(name);
    }
}
