/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A {@link Script} as a method. Nobody has to sign for it.
 *
 * @param script the script
 */
record ScriptedMethod(Script script) implements ExchangeMethod {

    @Override
    public List<String> parameters() {
        List<String> known = script.parameters();
        return known == null ? List.of() : known;
    }

    @Override
    public int weight(Parameters parameters) {
        return script.weight();
    }

    /** A script may have effects, so nothing is left to refuse once it has run. */
    @Override
    public Answer answer(Request request) {
        if (script.parameters() != null) {
            ParameterRules.refuseTooMany(parameters(), request.parameters());
            ParameterRules.refuseUnread(parameters(), request.parameters());
        }
        return Answer.of(result(request));
    }

    @Override
    public byte[] result(Request request) {
        try {
            return script.result().get().getBytes(StandardCharsets.UTF_8);
        } catch (ExchangeError error) {
            throw error;
        } catch (RuntimeException broken) {
            throw ExchangeErrors.brokenScript(broken);
        }
    }
}
