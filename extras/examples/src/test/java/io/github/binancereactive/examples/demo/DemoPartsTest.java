/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.limit.BudgetState;
import io.github.binancereactive.core.limit.LimitState;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.examples.demo.DemoOptions.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What of the demo can be seen without running it. */
class DemoPartsTest {

    @Test
    void argumentsChooseTheExchange() {
        assertThat(DemoOptions.parse()).isEqualTo(new DemoOptions(Exchange.SIMULATOR, false, null));
        assertThat(DemoOptions.parse("--testnet")).isEqualTo(new DemoOptions(Exchange.TESTNET, false, null));
        assertThat(DemoOptions.parse("--live", "--help")).isEqualTo(new DemoOptions(Exchange.LIVE, true, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse("--lvie"))
                .withMessageContaining("--lvie");
    }

    @Test
    void keysComeFromFiles(@TempDir Path folder) throws IOException {
        Path apiKey = Files.writeString(folder.resolve("api"), "the key\n");
        Path secretKey = Files.writeString(folder.resolve("secret"), "the secret\n");

        DemoOptions options = DemoOptions.parse(
                "--testnet", "--api-key-file", apiKey.toString(), "--secret-key-file", secretKey.toString());

        Credentials credentials = options.credentials();
        assertThat(credentials).isNotNull();
        assertThat(credentials.apiKey()).isEqualTo("the key");
        assertThat(DemoOptions.parse("--live").credentials()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--live --api-key-file",
                "--live --api-key-file a",
                "--live --secret-key-file s",
                "--live --api-key-file a --secret-key-file s --private-key-file p",
                "--api-key-file a --secret-key-file s"
            })
    void aKeyHasTwoHalvesAndGoesToARealExchange(String arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> DemoOptions.parse(arguments.split(" ")));
    }

    @Test
    void aFileThatIsNotThereIsABadArgument() {
        DemoOptions options = DemoOptions.parse("--live", "--api-key-file", "/no/such", "--private-key-file", "/file");
        assertThatIllegalArgumentException().isThrownBy(options::credentials).withMessageContaining("/no/such");
    }

    @Test
    void stepsAreHeldWhenThereAreAnyAndAllAre() {
        assertThat(Step.allHeld(List.of(step(true), step(true)))).isTrue();
        assertThat(Step.allHeld(List.of(step(true), step(false)))).isFalse();
        assertThat(Step.allHeld(List.of())).isFalse();
    }

    @Test
    void aCallThatFailsOrEndsEmptyIsNotHeld() {
        Wire wire = new Wire("REST", null, "");
        assertThat(Step.of(wire, "call", Mono.just("yes"), words -> words, words -> true)
                        .block())
                .satisfies(step -> assertThat(step.held()).isTrue())
                .satisfies(step -> assertThat(step.outcome()).isEqualTo("yes"));
        assertThat(Step.of(wire, "call", Mono.<String>empty(), words -> words, words -> true)
                        .block()
                        .held())
                .isFalse();
        Mono<String> refused = Mono.error(new RejectedException("call", 400, -1100, "no"));
        assertThat(Step.of(wire, "call", refused, words -> words, words -> true)
                        .block()
                        .held())
                .isFalse();
    }

    private static Step step(boolean held) {
        return new Step("REST", "call", Duration.ZERO, "done", held);
    }

    @Test
    void aBudgetIsATable() {
        Instant now = Instant.parse("2026-01-01T00:00:10Z");
        RateLimit limit = new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 6_000);
        LimitState weight = new LimitState(limit, 0, 1_234, 2, 3, now.plusMillis(49_500), null);

        assertThat(BudgetTable.lines(new BudgetState(now, List.of(weight), 3, now, null)))
                .containsExactly(
                        "  limit           window   used     of  in flight  waiting  ends in",
                        "  REQUEST_WEIGHT    60 s  1,234  6,000          2        3     50 s");
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("name", ">number");
        table.row("a", "1");
        table.row("longer", Table.count(1_234_567));

        assertThat(table.lines()).containsExactly("  name       number", "  a               1", "  longer  1,234,567");
    }

    @Test
    void durationsAreMilliseconds() {
        assertThat(Table.millis(Duration.ofNanos(1_234_560_000))).isEqualTo("1,234.6 ms");
    }

    @Test
    void coloursNeedATerminalThatNobodyForbadeThem() {
        assertThat(Style.wanted(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Style.wanted(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
        assertThat(Style.wanted(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Style.wanted(Map.of())).isFalse();
    }

    @Test
    void withoutColoursTextIsPlain() {
        assertThat(Style.PLAIN.green("text")).isEqualTo("text");
        assertThat(new Style(true, true, "").green("text")).isEqualTo("\u001b[32mtext\u001b[0m");
    }

    @Test
    void nothingIsLostWhenEverythingWasAnswered() {
        assertThat(Summary.nothingLost(report(5, 5, 0))).isTrue();
        assertThat(Summary.nothingLost(report(5, 4, 1))).isFalse();
        assertThat(Summary.nothingLost(report(5, 4, 0))).isFalse();
    }

    private static Traffic.Report report(long sent, long answered, long failed) {
        return new Traffic.Report("REST", sent, answered, failed, Duration.ZERO, Duration.ZERO, null);
    }
}
