/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * What a request did that consists of several steps. The exchange answers with an error when one of them failed; where
 * another was carried out, that answer is a result all the same, and clients hand it over as one.
 */
public interface PartialOutcome {

    /**
     * Whether at least one step was carried out.
     *
     * @return false when everything is as it was before
     */
    boolean changedSomething();
}
