/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The short way must say what the long way says. */
class ShortWayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\":1,\"method\":\"time\"} | 1",
                "{\"method\":\"time\",\"id\":12} | 12",
                "{\"id\":\"a-1\",\"method\":\"time\"} | \"a-1\"",
                "{\"id\":0,\"method\":\"time\"} | 0",
                "{\"id\":01,\"method\":\"time\"} | no",
                "{\"id\":,\"method\":\"time\"} | no",
                "{\"id\":\"\",\"method\":\"time\"} | no",
                "{\"id\":\"a b\",\"method\":\"time\"} | no",
                "{\"id\":null,\"method\":\"time\"} | no",
                "{\"id\":1,\"method\":\"ping\"} | no",
                "{\"id\":1,\"x\":2,\"method\":\"time\"} | no",
                "{\"method\":\"time\",\"id\":1,\"params\":{}} | no",
                "{} | no",
                "x | no",
            })
    void knowsPlainRequests(String frame, String id) {
        ByteBuf found = FastTime.plainTimeId(Unpooled.copiedBuffer(frame, StandardCharsets.UTF_8));

        assertThat(found == null ? "no" : found.toString(StandardCharsets.UTF_8))
                .isEqualTo(id);
    }

    @Test
    void bothWaysSayTheSame() throws Exception {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        try (ExchangeSimulator shortWay = exchange(time, false);
                ExchangeSimulator longWay = exchange(time, true);
                RawWebSocket first = new RawWebSocket(shortWay, "?timeUnit=MICROSECOND");
                RawWebSocket second = new RawWebSocket(longWay, "?timeUnit=MICROSECOND")) {
            time.advanceTimeBy(Duration.ofNanos(1_234_567_000));

            for (int i = 0; i < 4; i++) {
                assertThat(first.ask("7", "time")).isEqualTo(second.ask("7", "time"));
            }
            RestClient plain = new RestClient(shortWay);
            RestClient recorded = new RestClient(longWay);
            assertThat(plain.get("/api/v3/time").headers().map())
                    .isEqualTo(recorded.get("/api/v3/time").headers().map());
            assertThat(plain.get("/api/v3/time").body()).isEqualTo("{\"serverTime\":1234}");
            assertThat(shortWay.requests()).isEmpty();
            shortWay.inject(Fault.garbage());
            assertThat(first.ask("7", "time")).startsWith("}{");
        }
    }

    private static ExchangeSimulator exchange(VirtualTimeScheduler time, boolean recording) {
        return ExchangeSimulator.builder()
                .scheduler(time)
                .recording(recording)
                .pingInterval(Duration.ZERO)
                .limits(SimulatedLimits.documented().withRequestWeight(8))
                .start();
    }
}
