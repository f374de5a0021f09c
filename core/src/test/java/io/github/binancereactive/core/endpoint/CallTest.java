/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When rules are checked, and against what. */
class CallTest {

    private static final Endpoint<Void> ENDPOINT = Endpoint.get("/x")
            .takes(
                    Parameter.string("must").required(),
                    Parameter.string("a"),
                    Parameter.string("b"),
                    Parameter.string("c"),
                    Parameter.number("from"),
                    Parameter.number("to"))
            .where(ParameterRule.atMostOneOf("a", "b"), ParameterRule.ordered("from", "to"))
            .whenComplete(ParameterRule.atLeastOneOf("a", "b"), ParameterRule.needs("c", "a", "to"))
            .returnsNothing();

    private static final Call<Void> CALL = Call.of(ENDPOINT).with("must", "x");

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Test
    void completionRulesWaitUntilTheCallIsComplete() {
        Call<Void> withoutA = CALL.with("c", "1"); // no refusal yet: what is missing may still come

        assertThatThrownBy(withoutA::complete)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GET /x: one of 'a', 'b' must be given");
        assertThatThrownBy(() -> withoutA.with("b", "1").complete()).hasMessage("GET /x: 'c' needs 'a'");
        assertThatThrownBy(() -> withoutA.with("a", "1").complete()).hasMessage("GET /x: 'c' needs 'to'");
        Call<Void> whole = withoutA.with("a", "1").with("to", 5);
        assertThat(whole.complete()).isSameAs(whole);
    }

    @Test
    void whatIsMandatoryComesBeforeTheRules() {
        assertThatThrownBy(() -> Call.of(ENDPOINT).complete()).hasMessage("GET /x: 'must' is mandatory and missing");
        assertThatThrownBy(() -> Call.of(ENDPOINT).with("must", null).complete())
                .hasMessage("GET /x: 'must' is mandatory and missing");
        assertThatThrownBy(CALL::complete).hasMessage("GET /x: one of 'a', 'b' must be given");
        assertThat(CALL.with("b", "1").complete().parameters()).containsOnlyKeys("must", "b");
    }

    @Test
    void severalAtOnceAreCheckedTogether() {
        assertThatThrownBy(() -> CALL.withAll(map("a", "1", "b", "2")))
                .hasMessage("GET /x: only one of 'a', 'b' may be given, but there are 'a', 'b'");
        assertThatThrownBy(() -> CALL.withAll(map("from", 2, "to", 1)))
                .hasMessage("GET /x: 'from' must not be after 'to'");
    }

    @Test
    void severalAtOnceMayReplaceWhatOneByOneCouldNot() {
        Call<Void> range = CALL.withAll(map("from", 1, "to", 2));

        assertThatThrownBy(() -> range.with("from", 5).with("to", 6))
                .hasMessage("GET /x: 'from' must not be after 'to'");
        assertThat(range.withAll(map("from", 5, "to", 6)).parameters())
                .containsEntry("from", 5L)
                .containsEntry("to", 6L);
    }

    @Test
    void severalAtOnceKeepTheirOrderAndTheFirstCallAsItWas() {
        Call<Void> more = CALL.withAll(map("to", 9, "c", "1", "a", "2"));

        assertThat(more.parameters().keySet()).containsExactly("must", "to", "c", "a");
        assertThat(CALL.parameters()).containsOnlyKeys("must");
        assertThat(CALL.withAll(Map.of()).parameters()).isEqualTo(CALL.parameters());
        assertThat(more.withAll(map("to", 10)).parameters().keySet()).containsExactly("must", "to", "c", "a");
        assertThatThrownBy(() -> more.parameters().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void severalAtOnceNameTheFirstThatIsWrong() {
        assertThatThrownBy(() -> CALL.withAll(map("a", "1", "d", "1")))
                .hasMessage("GET /x: 'd' is not one of its parameters [must, a, b, c, from, to]");
        assertThatThrownBy(() -> CALL.withAll(map("a", "")))
                .hasMessage("GET /x: 'a' must not be empty")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, true",
        "5, 6, true",
        "6, 5, false",
        "1784592000000, 1784592000000000, true",
        "1784592000000, 1784592000000001, true",
        "1784592000001, 1784592000000999, false",
        "1784592000000001, 1784592000001, true",
        "1784592000000001, 1784592000000, false",
        "99999999999999, 1784592000000001, false",
    })
    void timesAreOrderedWhateverTheirUnit(long from, long to, boolean admitted) {
        if (admitted) {
            assertThat(CALL.withAll(map("from", from, "to", to)).parameters()).hasSize(3);
        } else {
            assertThatThrownBy(() -> CALL.withAll(map("from", from, "to", to)))
                    .hasMessage("GET /x: 'from' must not be after 'to'");
        }
    }

    @Test
    void anotherAnswerHasTheSameRules() {
        Endpoint<List<String>> other = ENDPOINT.answering(ResultType.listOf(String.class));

        assertThat(other.result()).hasToString("List<String>");
        assertThat(other.name()).isEqualTo(ENDPOINT.name());
        assertThat(other.parameters()).isEqualTo(ENDPOINT.parameters());
        assertThatThrownBy(() -> Call.of(other).with("must", "x").complete())
                .hasMessage("GET /x: one of 'a', 'b' must be given");
        assertThatThrownBy(() -> Call.of(other).withAll(map("a", "1", "b", "2")))
                .hasMessageContaining("only one of");
    }
}
