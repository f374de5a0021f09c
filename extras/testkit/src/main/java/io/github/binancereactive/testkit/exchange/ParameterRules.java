/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;

/**
 * Whether a method knows what it was sent. The exchange tells two cases apart: more parameters than the method has at
 * all (-1101), and a parameter it never read (-1104); the second comes last, after everything else was found right.
 */
final class ParameterRules {

    private ParameterRules() {}

    static void refuseTooMany(List<String> known, Parameters parameters) {
        if (parameters instanceof QueryParameters query && query.duplicates()) {
            throw ExchangeErrors.duplicateValues();
        }
        int sent = parameters.names().size();
        if (sent > known.size()) {
            throw ExchangeErrors.tooManyParameters(known.size(), sent);
        }
    }

    static void refuseUnread(List<String> known, Parameters parameters) {
        int sent = parameters.names().size();
        int read = (int) parameters.names().stream().filter(known::contains).count();
        if (read < sent) {
            throw ExchangeErrors.unreadParameters(read, sent);
        }
    }
}
