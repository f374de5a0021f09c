/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.test.StepVerifier;

/** The parts of the demo that trade, one by one, against the demo's own exchange. */
class DemoActsIT {

    private final SimulatedVenue venue = new SimulatedVenue();
    private final Clients clients = Clients.of(venue);
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), Style.PLAIN);

    @AfterEach
    void close() {
        clients.dispose();
        screen.close();
        venue.close();
    }

    @Test
    void ordersAreFilledOverBothWires() {
        StepVerifier.create(new Orders(clients, screen).play()).expectNext(true).verifyComplete();
        assertThat(shown()).contains("REST", "WebSocket API", "amendOrder", "CANCELED", "FILLED", "USDT");
    }

    @Test
    void orderTestsPlaceNothing() {
        StepVerifier.create(new OrderTests(clients, screen).play())
                .expectNext(true)
                .verifyComplete();
        StepVerifier.create(clients.rest().openOrders()).verifyComplete();
    }

    @Test
    void aStepThatFailsIsNotHeld() {
        venue.inject(Fault.error(400, -2010, "Market is closed.").on("order.test"));

        StepVerifier.create(new OrderTests(clients, screen).play())
                .expectNext(false)
                .verifyComplete();
        assertThat(shown()).contains("NO", "RejectedException");
    }

    @Test
    void outcomesAreResolvedToTheTruth() {
        StepVerifier.create(new UnknownOutcomes(clients, screen, venue::inject).play())
                .expectNext(true)
                .verifyComplete();
        assertThat(shown()).contains("resolved: Placed", "resolved: NeverPlaced");
    }

    @Test
    void theExchangeTellsOfOwnOrders() {
        StepVerifier.create(new OwnOrders(clients, screen).play())
                .expectNext(true)
                .verifyComplete();
        assertThat(shown()).contains("Subscribed", "ROTATED", "CANCELED", "FILLED", "outboundAccountPosition");
    }

    /** Where there is no terminal the table is printed as it is before, between and after the incidents. */
    @Test
    @Timeout(90)
    void theLiveMarketShowsWhatWasMissedAndFetched() {
        StepVerifier.create(new LiveMarket(venue, clients, screen).play())
                .expectNext(true)
                .verifyComplete();
        assertThat(shown())
                .containsPattern("rotate\\(\\).*\\n(?s:.*)\\n  0 gaps, 0 interruptions of a book; [\\d,]+ events")
                .containsPattern("btcusdt@trade: trades \\d+ to \\d+ were missed, [1-9]\\d* fetched")
                .containsPattern("BTCUSDT +[\\d.]+ +[\\d.]+ +[\\d.]+ +[1-9]\\d* +[^ ].*\\|.* +[\\d.]+ ms +")
                .doesNotContain("\u001b");
    }

    @Test
    void anAnswerThatComesAllTheSameIsNotHeld() {
        StepVerifier.create(new UnknownOutcomes(clients, screen, fault -> {}).play())
                .expectNext(false)
                .verifyComplete();
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
