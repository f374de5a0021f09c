/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of one request as the wire brought them: decoded, not yet understood. */
public interface Parameters {

    /**
     * The names that were sent.
     *
     * @return every name, in the order sent
     */
    Set<String> names();

    /**
     * The value as text.
     *
     * @param name the parameter
     * @return a string's characters, or the JSON text of any other value; null when it was not sent
     */
    @Nullable String text(String name);

    /**
     * The value as a list of strings.
     *
     * @param name the parameter
     * @return the elements; null when the value is not a JSON array of strings
     */
    @Nullable List<String> list(String name);
}
