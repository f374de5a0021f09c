/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import java.util.Map;

/** Of the general endpoints. */
final class GeneralDeviations {

    static final Map<String, Deviation> ALL = Map.ofEntries(
            Map.entry(
                    "GET /api/v3/exchangeInfo permissions type",
                    new Deviation(
                            "ENUM",
                            "STRING_LIST",
                            "the note below the table takes a list; it is an array on the other wire")),
            Map.entry(
                    "GET /api/v3/executionRules symbols type",
                    new Deviation("STRING", "STRING_LIST", "\"multiple symbols\", as symbols of exchangeInfo")),
            Map.entry(
                    "executionRules symbols type",
                    new Deviation("STRING", "STRING_LIST", "\"multiple symbols\", as symbols of exchangeInfo")),
            Map.entry(
                    "GET /api/v3/executionRules symbolStatus mandatory",
                    new Deviation("?", "false", Deviation.SHIFTED)),
            Map.entry("exchangeInfo symbols mandatory", new Deviation("?", "false", Deviation.SHIFTED)),
            Map.entry("exchangeInfo permissions mandatory", new Deviation("?", "false", Deviation.SHIFTED)),
            Map.entry("exchangeInfo showPermissionSets mandatory", new Deviation("?", "false", Deviation.SHIFTED)),
            Map.entry("exchangeInfo symbolStatus mandatory", new Deviation("?", "false", Deviation.SHIFTED)),
            Map.entry(
                    "GET /api/v3/executionRules dataSource",
                    new Deviation(
                            "NONE", "MEMORY", "the documentation has \"Data Source: Memory\"; the inventory lost it")),
            Map.entry(
                    "executionRules dataSource",
                    new Deviation(
                            "NONE", "MEMORY", "the documentation has \"Data Source: Memory\"; the inventory lost it")));

    private GeneralDeviations() {}
}
