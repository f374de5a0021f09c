/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens to the connection that brings the streams, and what the streams must show afterwards. */
final class MarketTrials {

    private static final Duration WATCHING = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOKING = Duration.ofMillis(50);

    private final Venue venue;
    private final BinanceMarketStreams streams;
    private final List<Instrument> instruments;
    private final MarketBoard board;
    private final Screen screen;

    MarketTrials(
            Venue venue, BinanceMarketStreams streams, List<Instrument> instruments, MarketBoard board, Screen screen) {
        this.venue = venue;
        this.streams = streams;
        this.instruments = instruments;
        this.board = board;
        this.screen = screen;
    }

    Mono<Boolean> all() {
        return Flux.concat(Mono.defer(this::begin), Mono.defer(this::rotation), Mono.defer(this::reset))
                .reduce(true, Boolean::logicalAnd)
                .flatMap(held -> board.printIfDrawn().thenReturn(held));
    }

    private Mono<Boolean> begin() {
        return until(() -> all(Instrument::isBookLive)).flatMap(this::watched);
    }

    private Mono<Boolean> watched(boolean held) {
        return Mono.delay(WATCHING).then(board.printUnlessDrawn()).thenReturn(held);
    }

    /** Nothing may be missing, and no book may stop being live. */
    private Mono<Boolean> rotation() {
        int gaps = gaps();
        int interruptions = interruptions();
        return screen.incident("rotate(): the connection is replaced by a new one")
                .then(streams.rotate())
                .then(Mono.defer(() -> watched(true)))
                .flatMap(watched -> {
                    boolean held = gaps() == gaps && interruptions() == interruptions && holes() == 0;
                    return screen.lines(List.of(
                                    "  %d gaps, %d interruptions of a book; %,d events came over both connections and were shown once"
                                            .formatted(
                                                    gaps() - gaps,
                                                    interruptions() - interruptions,
                                                    streams.statistics().duplicates())))
                            .thenReturn(held);
                });
    }

    /** All that is missing has to be fetched, and all books have to be live again. */
    private Mono<Boolean> reset() {
        if (!venue.resetStreams()) {
            return Mono.just(true);
        }
        return screen.incident("TCP reset: the connection is gone, and for a moment there is no other")
                .then(until(() -> all(MarketTrials::hasRecovered)))
                .flatMap(this::watched)
                .flatMap(recovered ->
                        screen.lines(notes()).thenReturn(recovered && holes() == 0 && all(MarketTrials::isFilled)));
    }

    private static boolean hasRecovered(Instrument instrument) {
        return instrument.trading().losses() > 0 && instrument.trading().isUpToDate() && instrument.isBookLive();
    }

    private static boolean isFilled(Instrument instrument) {
        return instrument.trading().filled() == instrument.trading().missed();
    }

    private List<String> notes() {
        return instruments.stream()
                .flatMap(instrument -> instrument.trading().notes().stream())
                .map(note -> "  " + note)
                .toList();
    }

    private boolean all(Predicate<Instrument> condition) {
        return instruments.stream().allMatch(condition);
    }

    private int gaps() {
        return instruments.stream()
                .mapToInt(instrument -> instrument.trading().gaps())
                .sum();
    }

    private int interruptions() {
        return instruments.stream().mapToInt(Instrument::interruptions).sum();
    }

    private long holes() {
        return instruments.stream()
                .mapToLong(instrument -> instrument.trading().holes())
                .sum();
    }

    /** False when it isn't so after a long time. */
    private static Mono<Boolean> until(BooleanSupplier condition) {
        return Flux.interval(LOOKING)
                .onBackpressureDrop()
                .map(tick -> condition.getAsBoolean())
                .filter(Boolean::booleanValue)
                .next()
                .timeout(PATIENCE, Mono.just(false));
    }
}
