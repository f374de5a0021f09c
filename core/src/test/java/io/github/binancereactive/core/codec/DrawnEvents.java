/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.TickerWindow;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Events of every kind with any content that the exchange could send. */
final class DrawnEvents {

    /** One of each kind of event. */
    static final List<MarketStream<?>> STREAMS = List.of(
            MarketStream.referencePrice("BNBBTC"),
            MarketStream.aggTrades("BNBBTC"),
            MarketStream.trades("BNBBTC"),
            MarketStream.blockTrades("BNBBTC"),
            MarketStream.klines("BNBBTC", KlineInterval.ONE_MINUTE),
            MarketStream.miniTicker("BNBBTC"),
            MarketStream.ticker("BNBBTC"),
            MarketStream.rollingTicker("BNBBTC", TickerWindow.ONE_HOUR),
            MarketStream.bookTicker("BNBBTC"),
            MarketStream.averagePrice("BNBBTC"),
            MarketStream.partialDepth("BNBBTC", 20, DepthSpeed.EVERY_SECOND),
            MarketStream.diffDepth("BNBBTC", DepthSpeed.EVERY_SECOND));

    private static final long LARGEST = 999_999_999_999_999_999L;

    private DrawnEvents() {}

    /**
     * An event and its stream.
     *
     * @param stream the stream
     * @param event one of its events
     */
    record Drawn(MarketStream<?> stream, Object event) {}

    static Arbitrary<Drawn> any() {
        return Arbitraries.of(STREAMS)
                .flatMap(stream -> record(stream.family().event()).map(event -> new Drawn(stream, event)));
    }

    private static Arbitrary<Object> record(Class<?> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        List<Arbitrary<@Nullable Object>> components = Stream.of(type.getRecordComponents())
                .map(DrawnEvents::component)
                .toList();
        return Combinators.combine(components).as(values -> {
            try {
                return constructor.newInstance(values.toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        });
    }

    private static Arbitrary<@Nullable Object> component(RecordComponent component) {
        Arbitrary<? extends @Nullable Object> any = value(component.getType());
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return (nullable ? any.injectNull(0.3) : any).map(value -> value);
    }

    private static Arbitrary<? extends Object> value(Class<?> type) {
        if (type == BigDecimal.class) {
            return decimals();
        }
        if (type == Instant.class) {
            return times();
        }
        if (type == long.class) {
            return Arbitraries.longs().between(-LARGEST, LARGEST);
        }
        if (type == boolean.class) {
            return Arbitraries.of(true, false);
        }
        if (type == String.class) {
            return texts();
        }
        return type == List.class ? levels() : record(type);
    }

    static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings()
                .ofMaxLength(80)
                .filter(text -> UTF_8.newEncoder().canEncode(text));
        return Arbitraries.oneOf(any, Arbitraries.of("BNBBTC", "币安人生USDT", "1h", "\"\\\u0000"));
    }

    private static Arbitrary<Instant> times() {
        Arbitrary<Instant> millis =
                Arbitraries.longs().between(-1, 9_999_999_999_999L).map(Instant::ofEpochMilli);
        Arbitrary<Instant> micros = Arbitraries.longs()
                .between(100_000_000_000_000L, 9_999_999_999_999_999L)
                .map(each -> Instant.ofEpochSecond(each / 1_000_000, each % 1_000_000 * 1_000));
        return Arbitraries.oneOf(millis, micros);
    }

    private static Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigDecimal> usual = Combinators.combine(
                        Arbitraries.longs().between(-LARGEST, LARGEST),
                        Arbitraries.integers().between(0, 18))
                .as(BigDecimal::valueOf);
        Arbitrary<BigDecimal> large = Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)),
                        Arbitraries.integers().between(0, 45))
                .as(BigDecimal::new);
        return Arbitraries.frequencyOf(Tuple.of(9, usual), Tuple.of(1, large));
    }

    /** Mostly of one scale, as the exchange's are. */
    private static Arbitrary<List<PriceLevel>> levels() {
        Arbitrary<List<PriceLevel>> even = Combinators.combine(
                        Arbitraries.longs().between(0, 1L << 40).list().ofMaxSize(60),
                        Arbitraries.integers().between(0, 8))
                .as((numbers, scale) -> numbers.stream()
                        .map(number -> new PriceLevel(
                                BigDecimal.valueOf(number, scale), BigDecimal.valueOf(number * 7, scale)))
                        .toList());
        Arbitrary<List<PriceLevel>> uneven = Combinators.combine(decimals(), decimals())
                .as(PriceLevel::new)
                .list()
                .ofMaxSize(5);
        return Arbitraries.oneOf(even, uneven);
    }
}
