/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.binancereactive.examples.demo.DemoOptions.Exchange;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of the demo can be seen without running it. */
class DemoPartsTest {

    @Test
    void argumentsChooseTheExchange() {
        assertThat(DemoOptions.parse()).isEqualTo(new DemoOptions(Exchange.SIMULATOR, false));
        assertThat(DemoOptions.parse("--testnet")).isEqualTo(new DemoOptions(Exchange.TESTNET, false));
        assertThat(DemoOptions.parse("--live", "--help")).isEqualTo(new DemoOptions(Exchange.LIVE, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse("--lvie"))
                .withMessageContaining("--lvie");
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
        assertThat(new Style(false).green("text")).isEqualTo("text");
        assertThat(new Style(true).green("text")).isEqualTo("\u001b[32mtext\u001b[0m");
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
