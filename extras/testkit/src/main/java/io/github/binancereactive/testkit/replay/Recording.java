/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

import io.github.binancereactive.testkit.matching.PriceLevel;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was recorded from combined streams, and the snapshots of books that belong to it. Immutable; held in memory as a
 * whole.
 *
 * <p>A file of frames has one JSON object a line: {@code receivedAt} in seconds since the epoch, and {@code frame}, the
 * object {@code {"stream":…,"data":…}} that was received. A file of snapshots has lines of {@code receivedAt}, the
 * {@code url} that was asked for, and the {@code body} of the answer. Files whose names end in {@code .gz} are unpacked.
 */
public final class Recording {

    private static final String FRAMES = "frames.jsonl";
    private static final String SNAPSHOTS = "snapshots.jsonl";
    private static final BigDecimal FINEST = new BigDecimal("0.00000001");

    private final List<RecordedFrame> frames;
    private final List<RecordedSnapshot> snapshots;
    private final Set<String> streams = new LinkedHashSet<>();
    private final Set<String> symbols = new LinkedHashSet<>();

    private Recording(List<RecordedFrame> frames, List<RecordedSnapshot> snapshots) {
        this.frames = List.copyOf(frames);
        this.snapshots = List.copyOf(snapshots);
        for (RecordedFrame frame : frames) {
            streams.add(frame.stream());
            symbols.add(frame.symbol());
        }
        snapshots.forEach(snapshot -> symbols.add(snapshot.symbol()));
        symbols.remove("");
        // A hole is found now rather than when it is played.
        RecordedBooks books = books();
        frames.forEach(books::apply);
    }

    /**
     * Reads a recording.
     *
     * @param frames the file of frames; when it is called {@code frames.jsonl} or {@code frames.jsonl.gz}, the snapshots
     *     are read from {@code snapshots.jsonl} or {@code snapshots.jsonl.gz} beside it if there is one
     * @return the recording
     * @throws UncheckedIOException when a file can't be read
     * @throws IllegalArgumentException when a file isn't in the form above, or lacks events of a book
     */
    public static Recording of(Path frames) {
        boolean isNamed = String.valueOf(frames.getFileName()).startsWith(FRAMES);
        return new Recording(
                RecordingReader.frames(frames),
                Stream.of(SNAPSHOTS, SNAPSHOTS + ".gz")
                        .map(frames::resolveSibling)
                        .filter(file -> isNamed && Files.exists(file))
                        .findFirst()
                        .map(RecordingReader::snapshots)
                        .orElse(List.of()));
    }

    /**
     * Reads a recording.
     *
     * @param frames the file of frames
     * @param snapshots the file of snapshots
     * @return the recording
     * @throws UncheckedIOException when a file can't be read
     * @throws IllegalArgumentException when a file isn't in the form above, or lacks events of a book
     */
    public static Recording of(Path frames, Path snapshots) {
        return new Recording(RecordingReader.frames(frames), RecordingReader.snapshots(snapshots));
    }

    /**
     * Everything that was received.
     *
     * @return in the order received
     */
    public List<RecordedFrame> frames() {
        return frames;
    }

    /**
     * The streams that there are events of.
     *
     * @return their names
     */
    public Set<String> streams() {
        return new LinkedHashSet<>(streams);
    }

    /**
     * The symbols that it is about.
     *
     * @return in capitals
     */
    public Set<String> symbols() {
        return new LinkedHashSet<>(symbols);
    }

    /**
     * How long it took to record it.
     *
     * @return from the first frame to the last
     */
    public Duration length() {
        return frames.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(1000
                        * (frames.get(frames.size() - 1).receivedAtMicros()
                                - frames.get(0).receivedAtMicros()));
    }

    /**
     * The books, at the beginning of the recording.
     *
     * @return new ones, of the symbols that there is a snapshot of
     */
    public RecordedBooks books() {
        return new RecordedBooks(snapshots);
    }

    /**
     * The step of a symbol's prices, as far as its snapshot shows it.
     *
     * @param symbol the symbol
     * @return a power of ten
     */
    public BigDecimal tickSize(String symbol) {
        return step(levels(symbol).map(PriceLevel::price));
    }

    /**
     * The step of a symbol's quantities, as far as its snapshot shows it.
     *
     * @param symbol the symbol
     * @return a power of ten
     */
    public BigDecimal stepSize(String symbol) {
        return step(levels(symbol).map(PriceLevel::qty));
    }

    private Stream<PriceLevel> levels(String symbol) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.symbol().equals(symbol))
                .flatMap(snapshot -> Stream.concat(snapshot.bids().stream(), snapshot.asks().stream()));
    }

    private static BigDecimal step(Stream<BigDecimal> numbers) {
        int most = numbers.mapToInt(number -> number.stripTrailingZeros().scale())
                .max()
                .orElse(FINEST.scale());
        return BigDecimal.ONE.movePointLeft(Math.max(0, most));
    }
}
