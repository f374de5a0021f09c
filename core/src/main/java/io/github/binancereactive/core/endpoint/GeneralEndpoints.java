/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static io.github.binancereactive.core.endpoint.Parameter.bool;
import static io.github.binancereactive.core.endpoint.Parameter.oneOf;
import static io.github.binancereactive.core.endpoint.Parameter.string;
import static io.github.binancereactive.core.endpoint.Parameter.strings;
import static io.github.binancereactive.core.endpoint.ParameterRule.atMostOneOf;
import static io.github.binancereactive.core.endpoint.ParameterRule.notWith;

import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.ExecutionRules;
import io.github.binancereactive.core.model.general.ServerTime;
import java.util.List;

/**
 * The general endpoints of the catalogue.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-endpoints">General
 *     endpoints</a>
 */
public final class GeneralEndpoints {

    /** Tests connectivity. */
    public static final Endpoint<Void> PING = Endpoint.get("/api/v3/ping")
            .ws("ping")
            .weight(1)
            .source(DataSource.MEMORY)
            .returnsNothing();

    /** Asks for the exchange's clock. */
    public static final Endpoint<ServerTime> TIME = Endpoint.get("/api/v3/time")
            .ws("time")
            .weight(1)
            .source(DataSource.MEMORY)
            .returns(ServerTime.class);

    /** Asks for trading rules, rate limits and symbols. */
    public static final Endpoint<ExchangeInfo> EXCHANGE_INFO = Endpoint.get("/api/v3/exchangeInfo")
            .ws("exchangeInfo")
            .weight(20)
            .source(DataSource.MEMORY)
            .takes(
                    string("symbol"),
                    strings("symbols"),
                    strings("permissions"),
                    bool("showPermissionSets"),
                    oneOf("symbolStatus", "TRADING", "HALT", "BREAK"))
            .where(atMostOneOf("symbol", "symbols", "permissions"), notWith("symbolStatus", "symbol", "symbols"))
            .returns(ExchangeInfo.class);

    /** Asks for the rules that are enforced while orders execute. */
    public static final Endpoint<ExecutionRules> EXECUTION_RULES = Endpoint.get("/api/v3/executionRules")
            .ws("executionRules")
            .weight(WeightRule.perSymbol(2, 40))
            .source(DataSource.MEMORY)
            .takes(string("symbol"), strings("symbols"), oneOf("symbolStatus", "TRADING", "HALT", "BREAK"))
            .where(atMostOneOf("symbol", "symbols", "symbolStatus"))
            .returns(ExecutionRules.class);

    static final List<Endpoint<?>> ALL = List.of(PING, TIME, EXCHANGE_INFO, EXECUTION_RULES);

    private GeneralEndpoints() {}
}
