/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import java.nio.charset.StandardCharsets;

/** How the control channel's answers look. The documentation shows errors in one form, and clients have seen the other. */
public enum ControlAnswers {
    /** {@code {"code":0,"msg":"...","id":1}}, and the id only where the documentation has it. */
    DOCUMENTED {
        @Override
        public byte[] error(String id, ExchangeError error) {
            String json = error.restJson();
            return utf8(error.identified() ? json.substring(0, json.length() - 1) + ",\"id\":" + id + "}" : json);
        }
    },
    /** {@code {"error":{"code":0,"msg":"..."},"id":1}}, always with the id. */
    WRAPPED {
        @Override
        public byte[] error(String id, ExchangeError error) {
            return utf8("{\"error\":" + error.restJson() + ",\"id\":" + id + "}");
        }
    };

    /**
     * The answer to a request that was refused.
     *
     * @param id the JSON text of its id
     * @param error why
     * @return UTF-8 JSON
     */
    public abstract byte[] error(String id, ExchangeError error);

    /**
     * The answer to a request that was carried out.
     *
     * @param id the JSON text of its id
     * @param result the result as UTF-8 JSON
     * @return UTF-8 JSON
     */
    public static byte[] success(String id, byte[] result) {
        return utf8("{\"result\":" + new String(result, StandardCharsets.UTF_8) + ",\"id\":" + id + "}");
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
