/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters that choose symbols and says what is wrong with them: {@code symbol}, {@code symbols},
 * {@code symbolStatus}, {@code permissions}.
 */
final class SymbolSelection {

    private static final String SYMBOL = "[\\w\\-._&&[^a-z]]{1,50}";
    static final String LEGAL_SYMBOL = "^" + SYMBOL + "$";
    static final String LEGAL_SYMBOLS = "^\\[(\"" + SYMBOL + "\"(,\"" + SYMBOL + "\"){0,}){0,1}\\]$";

    // Symbols may be in any script, so a letter is whatever Unicode calls one.
    private static final Pattern LEGAL = Pattern.compile(SYMBOL, Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> STATUSES = Set.of("TRADING", "HALT", "BREAK");
    private static final Pattern PERMISSION = Pattern.compile("SPOT|MARGIN|LEVERAGED|TRD_GRP_0(0[2-9]|1\\d|2[0-5])");

    private final Parameters parameters;

    SymbolSelection(Parameters parameters) {
        this.parameters = parameters;
    }

    @Nullable String symbol() {
        String symbol = notEmpty("symbol");
        if (symbol != null && !LEGAL.matcher(symbol).matches()) {
            throw ExchangeErrors.illegalCharacters("symbol", LEGAL_SYMBOL);
        }
        return symbol;
    }

    @Nullable List<String> symbols() {
        String text = notEmpty("symbols");
        if (text == null) {
            return null;
        }
        List<String> symbols = parameters.list("symbols");
        // A blank between two elements is as illegal as a small letter.
        if (symbols == null
                || text.indexOf(' ') >= 0
                || symbols.stream().anyMatch(symbol -> !LEGAL.matcher(symbol).matches())) {
            throw ExchangeErrors.illegalCharacters("symbols", LEGAL_SYMBOLS);
        }
        if (symbols.isEmpty()) {
            throw ExchangeErrors.emptyParameter("symbols");
        }
        if (new HashSet<>(symbols).size() < symbols.size()) {
            throw ExchangeErrors.duplicateSymbols();
        }
        return symbols;
    }

    @Nullable String symbolStatus() {
        String status = notEmpty("symbolStatus");
        if (status != null && !STATUSES.contains(status)) {
            throw ExchangeErrors.invalidSymbolStatus();
        }
        return status;
    }

    /** One permission by name, or a list of them. */
    @Nullable Set<String> permissions() {
        String text = notEmpty("permissions");
        if (text == null) {
            return null;
        }
        List<String> list = text.startsWith("[") ? parameters.list("permissions") : List.of(text);
        if (list == null) {
            throw ExchangeErrors.invalidJsonFor("permissions");
        }
        if (list.isEmpty()) {
            throw ExchangeErrors.emptyParameter("permissions");
        }
        if (list.stream().anyMatch(permission -> !PERMISSION.matcher(permission).matches())) {
            throw ExchangeErrors.invalidData("permissions");
        }
        return new HashSet<>(list);
    }

    boolean flag(String name, boolean absent) {
        String text = notEmpty(name);
        if (text == null) {
            return absent;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw ExchangeErrors.invalidData(name);
        }
        return Boolean.parseBoolean(text);
    }

    /** The listed symbols of these names, in their order. */
    static List<ListedSymbol> find(Listing listing, List<String> names) {
        List<ListedSymbol> found = new ArrayList<>(names.size());
        for (String name : names) {
            ListedSymbol symbol = listing.symbol(name);
            if (symbol == null) {
                throw ExchangeErrors.invalidSymbol();
            }
            found.add(symbol);
        }
        return found;
    }

    private @Nullable String notEmpty(String name) {
        String text = parameters.text(name);
        if (text != null && text.isEmpty()) {
            throw ExchangeErrors.emptyParameter(name);
        }
        return text;
    }
}
