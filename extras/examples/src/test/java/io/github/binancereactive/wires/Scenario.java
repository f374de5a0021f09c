/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.api.SpotApi;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * Calls, one after the other, that change something, on an exchange that nobody has traded on.
 *
 * @param name what a failure is to be found by
 * @param steps the calls and how each must end
 */
record Scenario(String name, List<Step> steps) {

    static Scenario of(String name, Step... steps) {
        return new Scenario(name, List.of(steps));
    }

    static Step does(String name, Function<SpotApi, Publisher<?>> call) {
        return new Step(WireCall.of(name, call), 0);
    }

    static Step doesWithIds(String name, BiFunction<SpotApi, WireCall.Ids, Publisher<?>> call) {
        return new Step(WireCall.withIds(name, call), 0);
    }

    static Step refused(int code, String name, Function<SpotApi, Publisher<?>> call) {
        return new Step(WireCall.of(name, call), code);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A call and its end.
     *
     * @param call the call
     * @param code the code that it is refused with; 0 when it succeeds
     */
    record Step(WireCall call, int code) {

        boolean endsAsItMust(Reply reply) {
            Reply.Failure error = reply.error();
            if (code == 0) {
                return error == null && !reply.values().isEmpty();
            }
            return error != null && error.refusal() != null && error.refusal().code() == code;
        }
    }
}
