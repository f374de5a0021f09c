/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestServiceTest {

    @RegisterExtension
    static final ExchangeSimulatorExtension EXCHANGE = ExchangeSimulatorExtension.shared(builder -> builder.answer(
                    "POST /api/v3/order", request -> {
                        if ("LTCBTC".equals(request.param("symbol"))) {
                            throw new ExchangeError(400, -2010, "Account has insufficient balance.");
                        }
                        return "{\"symbol\":\"" + request.param("symbol") + "\"}";
                    })
            .answer("DELETE /api/v3/order", ScriptedAnswer.of(request -> "{}").parameters("symbol"))
            .answer("POST /api/v3/order/test", request -> {
                throw new IllegalStateException("oops");
            }));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ExchangeSimulator simulator = EXCHANGE.simulator();
    private final RestClient client = new RestClient(simulator);

    @Test
    void answersWithWeightAndType() throws Exception {
        HttpResponse<String> answer = client.get("/api/v3/ping");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json;charset=UTF-8");
        long used = answer.headers().firstValueAsLong("X-MBX-USED-WEIGHT-1M").orElseThrow();
        assertThat(answer.headers().firstValueAsLong("X-MBX-USED-WEIGHT")).hasValue(used);
        assertThat(client.get("/api/v3/exchangeInfo?symbol=BTCUSDT").headers().firstValueAsLong("X-MBX-USED-WEIGHT-1M"))
                .satisfiesAnyOf(
                        later -> assertThat(later).hasValue(used + 20),
                        // The minute may have turned in between.
                        later -> assertThat(later).hasValue(20));
    }

    @Test
    void tellsTheTimeInTheUnitAsked() throws Exception {
        assertThat(time("MICROSECOND")).isBetween(micros() - 60_000_000, micros());
        assertThat(time("microsecond")).isBetween(micros() - 60_000_000, micros());
        assertThat(time("MILLISECOND")).isBetween(micros() / 1000 - 60_000, micros() / 1000);

        HttpResponse<String> refused = client.get("/api/v3/time", "X-MBX-TIME-UNIT", "second");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo("{\"code\":-1194,\"msg\":\"Invalid value for time unit; expected either MICROSECOND or"
                        + " MILLISECOND.\"}");
    }

    private long time(String unit) throws Exception {
        return JSON.readTree(client.get("/api/v3/time", "X-MBX-TIME-UNIT", unit).body())
                .path("serverTime")
                .longValue();
    }

    private long micros() {
        return simulator.now().toEpochMilli() * 1000 + 999;
    }

    @Test
    void readsListsAndSymbolsOfEveryScript() throws Exception {
        HttpResponse<String> answer = client.get(
                "/api/v3/exchangeInfo?symbols=%5B%22BNBBTC%22,%22%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96%22%5D");

        JsonNode symbols = JSON.readTree(answer.body()).path("symbols");
        assertThat(symbols).hasSize(2);
        assertThat(symbols.at("/1/symbol").asString()).isEqualTo("１２３４５６");
        assertThat(simulator.requests("GET /api/v3/exchangeInfo"))
                .singleElement()
                .satisfies(request -> assertThat(request.param("symbols")).isEqualTo("[\"BNBBTC\",\"１２３４５６\"]"));
    }

    @Test
    void permissionsAreAListOrOne() throws Exception {
        assertThat(symbols("permissions=TRD_GRP_025")).contains("GRPUSDT");
        assertThat(symbols("permissions=%5B%22SPOT%22%2C%22TRD_GRP_025%22%5D")).contains("GRPUSDT", "BTCUSDT");
    }

    private String symbols(String query) throws Exception {
        return client.get("/api/v3/exchangeInfo?" + query).body();
    }

    @Test
    void refusesWhatIsWrong() throws Exception {
        assertThat(client.get("/api/v3/time?timestamp=1").body()).contains("-1101");
        assertThat(client.get("/api/v3/exchangeInfo?symbl=BTCUSDT").body()).contains("-1104");
        assertThat(client.get("/api/v3/exchangeInfo?symbol=BTCUSDT&symbol=ETHUSDT")
                        .body())
                .isEqualTo("{\"code\":-1101,\"msg\":\"Duplicate values for a parameter detected.\"}");
        assertThat(client.get("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22%2C%20%22ETHUSDT%22%5D")
                        .body())
                .as("a blank")
                .contains("-1100");
        assertThat(client.get("/api/v3/exchangeInfo?symbol=").body()).contains("-1105");
        assertThat(client.get("/api/v3/exchangeInfo?symbol=NONE").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsWhatIsNotAllowedFromWhatIsNotThere() throws Exception {
        HttpResponse<String> known = client.get("/api/v3/order?symbol=BTCUSDT");
        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(known.body()).contains("-2014");

        HttpResponse<String> unknown = client.get("/api/v3/dept");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("content-type")).contains("text/html");
        assertThat(client.post("/api/v3/time", "").statusCode()).isEqualTo(404);
    }

    @Test
    void scriptedAnswersSeeTheRequest() throws Exception {
        assertThat(client.post("/api/v3/order?symbol=BTCUSDT", "side=BUY&symbol=IGNORED")
                        .body())
                .as("the query string wins over the body")
                .isEqualTo("{\"symbol\":\"BTCUSDT\"}");
        HttpResponse<String> refused = client.post("/api/v3/order", "symbol=LTCBTC");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("{\"code\":-2010,\"msg\":\"Account has insufficient balance.\"}");

        RecordedRequest first = simulator.requests("POST /api/v3/order").get(0);
        assertThat(first.wire()).isEqualTo(Wire.REST);
        assertThat(first.params()).containsEntry("side", "BUY");
        assertThat(first.headers()).containsKey("user-agent");
        assertThat(first.raw()).isEqualTo("POST /api/v3/order?symbol=BTCUSDT\n\nside=BUY&symbol=IGNORED");
    }

    @Test
    void aBrokenScriptIsSaidInTheAnswer() throws Exception {
        HttpResponse<String> answer = client.post("/api/v3/order/test", "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("-1000", "oops");
    }

    @Test
    void compressesWhenAskedTo() throws Exception {
        HttpResponse<byte[]> answer = client.bytes("/api/v3/exchangeInfo", "Accept-Encoding", "gzip, deflate");

        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        JsonNode body = JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes());
        assertThat(body.path("timezone").asString()).isEqualTo("UTC");
        assertThat(client.get("/api/v3/exchangeInfo").headers().firstValue("content-encoding"))
                .isEmpty();
    }

    @Test
    void keepsTheConnection() throws Exception {
        client.get("/api/v3/ping");
        client.get("/api/v3/time");

        assertThat(simulator.requests())
                .extracting(RecordedRequest::connection)
                .hasSize(2)
                .containsOnly(simulator.requests().get(0).connection());
    }
}
