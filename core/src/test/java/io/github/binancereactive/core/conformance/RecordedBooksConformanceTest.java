/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static io.github.binancereactive.core.book.BookAssertions.assertSame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.book.BookOptions;
import io.github.binancereactive.core.book.BookSync;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.book.ReferenceBook;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Real updates and snapshots end at the book that they must end at, whatever happens to them on their way. */
class RecordedBooksConformanceTest {

    @TestFactory
    Stream<DynamicTest> everyRecordedBookEndsAsExpected() {
        return RecordedBook.all()
                .map(recorded -> dynamicTest(recorded.symbol(), () -> {
                    BookSync sync = BookSync.of(recorded.symbol(), BookOptions.defaults());
                    recorded.before().forEach(sync::onUpdate);
                    sync.onSnapshot(recorded.snapshot(), RecordedBook.LIMIT);
                    recorded.after().forEach(sync::onUpdate);
                    assertEnd(sync, recorded.expected());
                }));
    }

    private static void assertEnd(BookSync sync, JsonNode expected) {
        assertThat(sync.status().isLive()).isTrue();
        assertThat(sync.wantsSnapshot()).isFalse();
        assertThat(sync.applied()).isEqualTo(expected.get("appliedEvents").asLong());
        assertThat(sync.ignored()).isEqualTo(expected.get("droppedEvents").asLong());
        Depth held = sync.book().held().orElseThrow();
        assertThat(held.lastUpdateId()).isEqualTo(expected.get("finalUpdateId").asLong());
        assertThat(List.of(held.bids().size(), held.asks().size()))
                .isEqualTo(expected.get("levels")
                        .valueStream()
                        .map(JsonNode::asInt)
                        .toList());
        BookView view = sync.book().view(5).orElseThrow();
        assertThat(view.bids().levels())
                .isEqualTo(RecordedBook.levels(expected.get("top5").get("bids")));
        assertThat(view.asks().levels())
                .isEqualTo(RecordedBook.levels(expected.get("top5").get("asks")));
        assertThat(checksum(held)).isEqualTo(expected.get("sha256").asString());
    }

    @Test
    void thereAreFourteenBooks() {
        assertThat(RecordedBook.all()).hasSize(14);
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedBookIsRightOrNotLiveWhateverIsLost() {
        return RecordedBook.all()
                .map(recorded -> dynamicTest(recorded.symbol(), () -> {
                    List<Depth> truth = recorded.history();
                    for (int seed = 0; seed < 20; seed++) {
                        FaultyWay way = new FaultyWay(recorded, truth, seed);
                        way.run();
                        Depth held = way.sync().book().held().orElseThrow();
                        assertSame(held.bids(), way.end().bids());
                        assertSame(held.asks(), way.end().asks());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> soIsABookOfFewLevels() {
        return RecordedBook.all()
                .map(recorded -> dynamicTest(recorded.symbol(), () -> {
                    List<Depth> truth = recorded.history();
                    for (int seed = 0; seed < 20; seed++) {
                        new FaultyWay(
                                        recorded,
                                        truth,
                                        seed,
                                        BookOptions.defaults().withMinLevels(4).withMaxLevels(12),
                                        20)
                                .run();
                    }
                }));
    }

    @Test
    void theReferenceEndsThereToo() {
        assertThat(RecordedBook.all()).allSatisfy(recorded -> {
            ReferenceBook reference = new ReferenceBook(recorded.snapshot());
            Stream.concat(recorded.before().stream(), recorded.after().stream())
                    .filter(update ->
                            update.lastUpdateId() > recorded.snapshot().lastUpdateId())
                    .forEach(reference::apply);
            assertThat(checksum(reference.depth(Integer.MAX_VALUE)))
                    .isEqualTo(recorded.expected().get("sha256").asString());
        });
    }

    /** As the README of the recordings defines it. */
    private static String checksum(Depth depth) {
        String text = lines(depth.bids()) + "\n--\n" + lines(depth.asks());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lines(List<PriceLevel> side) {
        return side.stream()
                .map(level ->
                        level.price().toPlainString() + " " + level.quantity().toPlainString())
                .collect(Collectors.joining("\n"));
    }
}
