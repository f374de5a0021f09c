/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.matching.MatchingEngine;

/**
 * What the methods work on: the engine, the accounts and the listing.
 *
 * @param engine the engine
 * @param accounts the accounts
 * @param listing what is listed
 */
record Venue(MatchingEngine engine, AccountBook accounts, Listing listing) {

    /** The engine's number of the account that called. */
    long account(Request request) {
        return accounts.id(request.account());
    }

    long account(SimulatedAccount account) {
        return accounts.id(account.name());
    }

    /** The symbol of a request that has to name one. */
    ListedSymbol symbol(Request request) {
        return symbol(request.arguments());
    }

    ListedSymbol symbol(Arguments arguments) {
        String name = new SymbolSelection(arguments.sent()).symbol();
        if (name == null) {
            throw ExchangeErrors.missing("symbol");
        }
        ListedSymbol listed = listing.symbol(name);
        if (listed == null) {
            throw ExchangeErrors.invalidSymbol();
        }
        return listed;
    }

    String symbolName(Request request) {
        return symbol(request).name();
    }
}
