/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.Parameter;
import java.util.List;
import java.util.stream.Collectors;
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

    /** Where a symbol can be named, what one costs and what all cost. */
    private static String weight(Endpoint<?> endpoint) {
        Call<?> all = Call.of(endpoint);
        boolean named = endpoint.parameters().contains(Parameter.string("symbol"));
        int least = named ? all.with("symbol", "BTCUSDT").weight() : all.weight();
        return least == all.weight() ? String.valueOf(least) : least + " to " + all.weight();
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
