/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.examples.SlowSink.Outcome;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each policy has done is what it says. */
@ExtendWith(ExchangeSimulatorExtension.class)
@Timeout(90)
class SlowSinkIT {

    private static final int BUFFER = 500;
    private static final int TRADES = 2_000;

    @Test
    void eachPolicyLosesWhatItSays(ExchangeSimulator exchange) {
        Map<String, Outcome> outcomes = SlowSink.outcomes(exchange).collectList().block(Duration.ofSeconds(60)).stream()
                .collect(Collectors.toMap(Outcome::policy, Function.identity()));

        assertThat(outcomes).hasSize(6);
        long all = outcomes.get("pause for up to 10 s").received();
        assertThat(all).isGreaterThanOrEqualTo(TRADES);
        assertThat(outcomes.values())
                .allSatisfy(each -> assertThat(each.received() + each.lost()).isEqualTo(all));

        assertThat(outcomes.get("latest")).satisfies(each -> endsAt(each, all)).satisfies(SlowSinkIT::loses);
        assertThat(outcomes.get("buffer, drop the oldest"))
                .satisfies(each -> endsAt(each, all))
                .satisfies(SlowSinkIT::loses)
                .satisfies(each -> assertThat(each.received()).isGreaterThanOrEqualTo(BUFFER));
        assertThat(outcomes.get("buffer, drop the latest"))
                .satisfies(SlowSinkIT::loses)
                .satisfies(each -> assertThat(each.received()).isGreaterThanOrEqualTo(BUFFER));
        assertThat(outcomes.get("pause for up to 10 s"))
                .satisfies(each -> endsAt(each, all))
                .satisfies(each -> assertThat(each.lost()).isZero());
        assertThat(outcomes.get("pause for up to 50 ms"))
                .satisfies(each -> endsAt(each, all))
                .satisfies(SlowSinkIT::loses);
    }

    @Test
    void oneThatMustNotLoseAnythingFails(ExchangeSimulator exchange) {
        Outcome failed =
                SlowSink.outcomes(exchange).filter(Outcome::failed).single().block(Duration.ofSeconds(60));

        assertThat(failed.policy()).isEqualTo("buffer, fail");
        assertThat(failed.last()).as("it gets the first ones, without a hole").isEqualTo(failed.received());
        assertThat(failed.received()).isGreaterThanOrEqualTo(BUFFER);
        loses(failed);
    }

    private static void endsAt(Outcome outcome, long last) {
        assertThat(outcome.last()).isEqualTo(last);
    }

    private static void loses(Outcome outcome) {
        assertThat(outcome.lost()).isPositive();
    }
}
