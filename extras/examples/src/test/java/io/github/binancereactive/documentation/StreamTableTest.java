/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.stream.StreamCatalogue;
import io.github.binancereactive.core.stream.StreamFamily;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.StreamFlux;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table of streams is what the catalogue and the clients say. When this fails, put what it expected into the document. */
class StreamTableTest {

    private static final String HEAD = """
            | stream | method | event | in order of | too slow | gaps by number | backfill | always speaks |
            |---|---|---|---|---|---|---|---|
            """;

    private final BinanceMarketStreams streams = BinanceMarketStreams.create(BinanceEnvironment.LIVE);
    private final BinanceRestClient rest = BinanceRestClient.create(BinanceEnvironment.LIVE);

    @AfterEach
    void dispose() {
        streams.dispose();
        rest.dispose();
    }

    @Test
    void tableIsTheCatalogue() {
        String table = StreamCatalogue.families().stream().map(this::row).collect(Collectors.joining("\n"));

        assertThat(Repository.read(Repository.ROOT.resolve("docs/streams.md"))).contains(HEAD + table + "\n");
    }

    private <T> String row(StreamFamily<T> family) {
        Method method = method(family);
        return List.of(
                        code(family.pattern().replace(" OR ", "` or `")),
                        code(method.getName() + parameters(method)),
                        code(family.event().getSimpleName()),
                        new EventOrder<>(family)
                                .components().stream()
                                        .map(StreamTableTest::code)
                                        .collect(Collectors.joining(", ")),
                        family.isState() ? "the latest" : "an error",
                        family.continuity() == null ? "no" : "yes",
                        hasBackfill(stream(method)) ? "yes" : "no",
                        family.heartbeat() == null ? "no" : "yes")
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** The one that gives streams of this family. */
    private Method method(StreamFamily<?> family) {
        List<Method> found = Arrays.stream(BinanceMarketStreams.class.getMethods())
                .filter(method -> method.getReturnType() == StreamFlux.class)
                .filter(method -> !List.of("stream", "raw").contains(method.getName()))
                .filter(method -> stream(method).stream().family().equals(family))
                .toList();
        assertThat(found).as("%s", family).hasSize(1);
        return found.get(0);
    }

    private StreamFlux<?> stream(Method method) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(StreamTableTest::argument)
                .toArray();
        try {
            return (StreamFlux<?>) method.invoke(streams, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.toString(), e);
        }
    }

    private static Object argument(Class<?> type) {
        if (type == int.class) {
            return 5;
        }
        return type.isEnum() ? type.getEnumConstants()[0] : "BTCUSDT";
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getType)
                .map(type -> type == String.class ? "symbol" : type == int.class ? "levels" : type.getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private boolean hasBackfill(StreamFlux<?> stream) {
        try {
            return stream.withBackfill(rest) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
