/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import org.jspecify.annotations.Nullable;

/** Bytes that are not what they should be. The message tells what was expected and where, never the content. */
public class DecodingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failed decoding.
     *
     * @param message what was expected, and where
     * @param cause what the parser reported; null when there is nothing more to say
     */
    public DecodingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
