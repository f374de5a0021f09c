/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.ExecutionRules;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.ExecutionRulesQuery;
import reactor.core.publisher.Mono;

/**
 * The general endpoints. All are public and safe to repeat. See {@link Exchange#exchange} for what each returned {@code
 * Mono} promises.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-endpoints">REST</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/general-requests">WebSocket API</a>
 */
public interface GeneralApi extends Exchange {

    /**
     * Tests connectivity. Weight 1.
     *
     * @return completes empty when the exchange answers
     */
    default Mono<Void> ping() {
        return exchange(Call.of(GeneralEndpoints.PING));
    }

    /**
     * Asks for the exchange's clock. Weight 1.
     *
     * @return the time at which the exchange answered
     */
    default Mono<ServerTime> time() {
        return exchange(Call.of(GeneralEndpoints.TIME));
    }

    /**
     * Asks for the rules of all symbols that have the permission SPOT, MARGIN or LEVERAGED: several megabytes. Weight 20.
     *
     * @return trading rules and symbols
     */
    default Mono<ExchangeInfo> exchangeInfo() {
        return exchangeInfo(ExchangeInfoQuery.all());
    }

    /**
     * Asks for the rules of some symbols. Weight 20.
     *
     * @param query which symbols
     * @return trading rules and symbols
     */
    default Mono<ExchangeInfo> exchangeInfo(ExchangeInfoQuery query) {
        return exchange(query.call());
    }

    /**
     * Asks which rules are enforced while orders execute, for all symbols. Weight 40.
     *
     * @return the rules of every symbol
     */
    default Mono<ExecutionRules> executionRules() {
        return executionRules(ExecutionRulesQuery.all());
    }

    /**
     * Asks which rules are enforced while orders execute. Weight 2 for each symbol, at most 40.
     *
     * @param query which symbols
     * @return the rules of those symbols
     */
    default Mono<ExecutionRules> executionRules(ExecutionRulesQuery query) {
        return exchange(query.call());
    }
}
