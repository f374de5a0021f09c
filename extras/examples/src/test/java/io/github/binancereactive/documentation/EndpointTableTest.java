/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Constraint;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.Parameter;
import java.math.BigDecimal;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of endpoints is what the catalogue says. When this fails, put what it expected into the document. */
class EndpointTableTest {

    private static final String HEAD = """
            | REST | WebSocket API | security | weight | source | safe to repeat | parameters | answer |
            |---|---|---|---|---|---|---|---|
            """;

    @Test
    void tableIsTheCatalogue() {
        String table =
                Catalogue.endpoints().stream().map(EndpointTableTest::row).collect(Collectors.joining("\n"));

        assertThat(Repository.read(Repository.ROOT.resolve("docs/endpoints.md")))
                .contains(HEAD + table + "\n");
    }

    private static String row(Endpoint<?> endpoint) {
        return List.of(
                        endpoint.path() == null ? "" : code(endpoint.verb() + " " + endpoint.path()),
                        endpoint.method() == null ? "" : code(endpoint.method()),
                        endpoint.security().name(),
                        weight(endpoint),
                        endpoint.source().name(),
                        endpoint.repeatable() ? "yes" : "no",
                        parameters(endpoint),
                        endpoint.result().isNothing()
                                ? "nothing"
                                : code(endpoint.result().toString()))
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** The least and the most of what calls cost that have one parameter or none. */
    private static String weight(Endpoint<?> endpoint) {
        IntSummaryStatistics weights = Stream.concat(
                        Stream.of(Call.of(endpoint)),
                        endpoint.parameters().stream()
                                .flatMap(parameter ->
                                        values(parameter).flatMap(value -> call(endpoint, parameter, value))))
                .mapToInt(Call::weight)
                .summaryStatistics();
        return weights.getMin() == weights.getMax()
                ? String.valueOf(weights.getMin())
                : weights.getMin() + " to " + weights.getMax();
    }

    /** Of values that a parameter doesn't take, there is no call. */
    private static Stream<Call<?>> call(Endpoint<?> endpoint, Parameter parameter, Object value) {
        try {
            return Stream.of(Call.of(endpoint).with(parameter.name(), value));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** Enough of them to meet every weight: few and many names, each word, both ends of a range. */
    private static Stream<?> values(Parameter parameter) {
        return switch (parameter.type()) {
            case STRING -> Stream.of("BTCUSDT");
            case STRING_LIST -> IntStream.of(1, 100, 1000).mapToObj(EndpointTableTest::names);
            case LONG ->
                Stream.concat(Stream.of(1L), parameter.constraints().stream().flatMap(EndpointTableTest::ends));
            case DECIMAL -> Stream.of(BigDecimal.ONE);
            case BOOLEAN -> Stream.of(true, false);
            case ENUM -> parameter.allowed().stream();
        };
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
    }

    private static Stream<Long> ends(Constraint constraint) {
        return constraint instanceof Constraint.Between range
                ? Stream.of(range.least().longValue(), range.most().longValue())
                : Stream.empty();
    }

    private static String parameters(Endpoint<?> endpoint) {
        String names =
                endpoint.parameters().stream().map(EndpointTableTest::parameter).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static String parameter(Parameter parameter) {
        return code(parameter.name()) + (parameter.mandatory() ? " (mandatory)" : "");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
