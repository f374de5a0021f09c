/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

/**
 * Hears of fields, filters, rules and enum values on the wire that this version of the connector doesn't know. Called on
 * whatever thread decodes, so it must not block.
 */
@FunctionalInterface
public interface UnknownFieldListener {

    /** Ignores them: the exchange adds fields without notice. */
    UnknownFieldListener IGNORE = (type, field) -> {};

    /**
     * Something unknown was skipped.
     *
     * @param type simple name of the record or enum that was being decoded
     * @param field name of the field, or the value of the enum or discriminator
     */
    void unknown(String type, String field);
}
