/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * Why one half of a cancel-replace was refused.
 *
 * @param code the exchange's error code
 * @param msg the exchange's words
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Error codes</a>
 */
public record Refusal(int code, String msg) implements PlacementOutcome, CancelOutcome {}
