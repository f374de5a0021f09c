/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QueryStringTest {

    @Test
    void keepsTheOrder() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("z", "1");
        parameters.put("a", 2L);
        parameters.put("m", true);

        assertThat(QueryString.of(parameters)).isEqualTo("z=1&a=2&m=true");
        assertThat(QueryString.sorted(parameters)).isEqualTo("a=2&m=true&z=1");
    }

    @Test
    void writesDecimalsWithoutExponent() {
        assertThat(QueryString.of(Map.of("p", new BigDecimal("1E-8")))).isEqualTo("p=0.00000001");
        assertThat(QueryString.sorted(Map.of("p", new BigDecimal("1E+3")))).isEqualTo("p=1000");
    }

    @Test
    void writesListsAsJson() {
        Map<String, Object> parameters = Map.of("s", List.of("A", "１\"\\\n"));

        assertThat(QueryString.of(parameters)).isEqualTo("s=%5B%22A%22%2C%22%EF%BC%91%5C%22%5C%5C%5Cu000A%22%5D");
        assertThat(QueryString.sorted(parameters)).isEqualTo("s=[\"A\",\"１\\\"\\\\\\u000A\"]");
    }

    @Test
    void encodesAllButTheUnreserved() {
        assertThat(QueryString.of(Map.of("a b", "A-z_0.~ +*/&=?#%é\uD83D\uDE00")))
                .isEqualTo("a%20b=A-z_0.~%20%2B%2A%2F%26%3D%3F%23%25%C3%A9%F0%9F%98%80");
    }

    @Property
    void whatIsEncodedDecodesToTheSame(@ForAll("texts") String name, @ForAll("texts") String value) {
        String query = QueryString.of(Map.of(name, value));

        assertThat(query).matches("[A-Za-z0-9%._~-]*=[A-Za-z0-9%._~-]*");
        int equals = query.indexOf('=');
        assertThat(URLDecoder.decode(query.substring(0, equals), UTF_8)).isEqualTo(name);
        assertThat(URLDecoder.decode(query.substring(equals + 1), UTF_8)).isEqualTo(value);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().filter(text -> UTF_8.newEncoder().canEncode(text));
    }
}
