/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows instruments: five times a second in place where that can be done, else when it is told to. */
final class MarketBoard {

    private static final Duration PERIOD = Duration.ofMillis(200);

    private final List<Instrument> instruments;
    private final Screen screen;
    private final DepthBars bars;
    private final AtomicReference<int[]> widths =
            new AtomicReference<>(Instrument.table().widths());

    MarketBoard(List<Instrument> instruments, Screen screen) {
        this.instruments = instruments;
        this.screen = screen;
        this.bars = new DepthBars(screen.style().bars());
    }

    /** Never completes. */
    Mono<Void> keepDrawing() {
        return Flux.interval(PERIOD)
                .onBackpressureDrop()
                .concatMap(tick -> {
                    instruments.forEach(Instrument::sample);
                    return screen.picture(lines());
                })
                .then();
    }

    /** Shows the table as it is now, where it isn't being drawn all the time anyway. */
    Mono<Void> printUnlessDrawn() {
        return Mono.defer(() -> screen.style().redraws() ? Mono.empty() : screen.lines(lines()));
    }

    /** Leaves the last table that was drawn on the screen. */
    Mono<Void> printIfDrawn() {
        return Mono.defer(() -> screen.style().redraws() ? screen.lines(lines()) : Mono.empty());
    }

    /** Columns never get narrower: one table is drawn over the other, and what is in them shouldn't move. */
    private List<String> lines() {
        Table table = Instrument.table();
        instruments.forEach(instrument -> instrument.addTo(table, bars));
        return table.lines(widths.accumulateAndGet(table.widths(), Table::wider));
    }
}
