/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.util.List;

/**
 * A base asset for which smart order routing is available.
 *
 * @param baseAsset the asset
 * @param symbols the symbols among which orders are routed
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/sor_faq">SOR FAQ</a>
 */
public record Sor(String baseAsset, List<String> symbols) {

    /** Copies the list. */
    public Sor {
        symbols = List.copyOf(symbols);
    }
}
