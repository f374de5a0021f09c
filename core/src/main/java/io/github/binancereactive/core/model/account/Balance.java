/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import java.math.BigDecimal;

/**
 * What an account has of one asset.
 *
 * @param asset name of the asset
 * @param free what can be used
 * @param locked what open orders hold
 */
public record Balance(String asset, BigDecimal free, BigDecimal locked) {

    /**
     * All of it.
     *
     * @return free plus locked
     */
    public BigDecimal total() {
        return free.add(locked);
    }
}
