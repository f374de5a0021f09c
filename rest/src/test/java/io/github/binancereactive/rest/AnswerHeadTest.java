/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.limit.Usage;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHeadTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MAX = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON; charset=utf-8"})
    void knowsJsonByItsContentType(String contentType) {
        AnswerHead head = head(200, headers("Content-Type", contentType));
        assertThat(head.json()).isTrue();
        assertThat(head.refusal(MAX)).isNull();
    }

    @Test
    void leavesAnAnswerWithoutContentTypeToItsBody() {
        assertThat(head(200, headers()).refusal(MAX)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/octet-stream", "", "json"})
    void refusesASuccessThatIsNotJson(String contentType) {
        assertThat(head(200, headers("Content-Type", contentType)).refusal(MAX))
                .isEqualTo("the answer is not JSON by its content type");
        assertThat(head(403, headers("Content-Type", contentType)).refusal(MAX)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 301, 302, 303, 304, 307, 308})
    void refusesWhatIsNeitherSuccessNorFailure(int status) {
        assertThat(head(status, headers("Location", "https://elsewhere")).refusal(MAX))
                .isEqualTo("unexpected status " + status);
    }

    @Test
    void refusesATooLargeAnswerByItsLength() {
        assertThat(head(200, headers("Content-Length", "1000")).refusal(MAX)).isNull();
        assertThat(head(200, headers("Content-Length", "1001")).refusal(MAX))
                .isEqualTo("the answer is larger than 1000 bytes (maxBodySize)");
        assertThat(head(500, headers("Content-Length", "1001")).refusal(MAX)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "17,17", "9223372036854775807,-1", "-5,-1", "x,-1", "'',-1"})
    void readsLengths(String value, long expected) {
        assertThat(head(200, headers("Content-Length", value)).length()).isEqualTo(expected);
    }

    @Test
    void reckonsRetryAfterFromTheClock() {
        assertThat(head(429, headers("Retry-After", "30")).retryAfter()).isEqualTo(NOW.plusSeconds(30));
        assertThat(head(200, headers("Retry-After", "30")).retryAfter()).isNull();
        assertThat(head(418, headers()).retryAfter()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "", "1.5", "999999999999", "Wed, 21 Oct 2026 07:28:00 GMT"})
    void ignoresARetryAfterThatIsNotSeconds(String value) {
        assertThat(head(429, headers("Retry-After", value)).retryAfter()).isNull();
    }

    @Test
    void readsWhatIsUsedUpInWhateverWindows() {
        assertThat(head(
                                429,
                                headers(
                                        "x-mbx-uuid", "5",
                                        "X-MBX-USED-WEIGHT", "7",
                                        "x-mbx-used-weight-1m", "17",
                                        "X-MBX-ORDER-COUNT-10S", "2",
                                        "X-Mbx-Order-Count-1d", "nine"))
                        .usage())
                .containsExactlyInAnyOrder(
                        new Usage(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 17, 0),
                        new Usage(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 2, 0));
        assertThat(head(200, headers()).usage()).isEmpty();
    }

    private static AnswerHead head(int status, HttpHeaders headers) {
        return AnswerHead.of(status, headers, () -> NOW);
    }

    private static HttpHeaders headers(String... pairs) {
        HttpHeaders headers = new DefaultHttpHeaders();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.set(pairs[i], pairs[i + 1]);
        }
        return headers;
    }
}
