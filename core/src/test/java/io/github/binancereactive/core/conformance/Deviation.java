/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

/**
 * Where the catalogue says otherwise than the official inventory.
 *
 * @param inventory what the inventory says
 * @param ours what we say
 * @param reason why
 */
record Deviation(String inventory, String ours, String reason) {

    /** The reason where a description has slipped into the column of what is mandatory. */
    static final String SHIFTED = "the row of the documentation lacks a cell, so its description stands here";
}
