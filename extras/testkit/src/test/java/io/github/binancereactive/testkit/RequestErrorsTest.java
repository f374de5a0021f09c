/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request is said in the exchange's own words, so that a client's mistakes show. */
class RequestErrorsTest {

    @RegisterExtension
    static final ExchangeSimulatorExtension EXCHANGE =
            ExchangeSimulatorExtension.shared(builder -> builder.limits(SimulatedLimits.unlimited()));

    private final ExchangeSimulator simulator = EXCHANGE.simulator();
    private final RawTrader trader = new RawTrader(simulator);
    private final RestClient visitor = new RestClient(simulator);

    @ParameterizedTest(name = "{0}?{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "depth | limit=5 | -1102 | Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.",
                "depth | symbol=BTCUSDT&limit=five | -1100 | Illegal characters found in parameter 'limit'; legal range is '^[0-9]{1,20}$'.",
                "depth | symbol=BTCUSDT&limit=0 | -1130 | Data sent for parameter 'limit' is not valid.",
                "depth | symbol=BTCUSDT&limit=99999999999999999999 | -1108 | Parameter 'limit' overflowed.",
                "depth | symbol=BTCUSDT&symbolStatus=HALT | -1220 | The symbol's status does not match the requested symbolStatus.",
                "depth | symbol=BTCUSDT&symbolStatus=OFF | -1122 | Invalid symbolStatus.",
                "depth | symbol=BTCUSD | -1121 | Invalid symbol.",
                "depth | symbol=BTCUSDT&Limit=5 | -1104 | Not all sent parameters were read; read '1' parameter(s) but was sent '2'.",
                "depth | symbol=BTCUSDT&limit=5&symbolStatus=TRADING&x=1 | -1101 | Too many parameters; expected '3' and received '4'.",
                "trades | symbol=BTCUSDT&limit=1001 | -1130 | Data sent for parameter 'limit' is not valid.",
                "historicalBlockTrades | symbol=BTCUSDT | -1102 | Mandatory parameter 'fromId' was not sent, was empty/null, or malformed.",
                "klines | symbol=BTCUSDT | -1102 | Mandatory parameter 'interval' was not sent, was empty/null, or malformed.",
                "klines | symbol=BTCUSDT&interval=1X | -1120 | Invalid interval.",
                "klines | symbol=BTCUSDT&interval=1m&timeZone=15 | -1130 | Data sent for parameter 'timeZone' is not valid.",
                "klines | symbol=BTCUSDT&interval=1m&timeZone=-12:01 | -1130 | Data sent for parameter 'timeZone' is not valid.",
                "klines | symbol=BTCUSDT&interval=1m&startTime=1700000000001&endTime=1700000000000 | -1128 | Combination of optional parameters invalid.",
                "ticker/24hr | symbol=BTCUSDT&symbols=[\"BTCUSDT\"] | -1128 | Combination of optional parameters invalid.",
                "ticker/24hr | type=SMALL | -1139 | Invalid ticker type.",
                "ticker | windowSize=1d | -1102 | Param 'symbol' or 'symbols' must be sent, but both were empty/null!",
                "ticker | symbol=BTCUSDT&windowSize=60m | -1130 | Data sent for parameter 'windowSize' is not valid.",
                "ticker | symbol=BTCUSDT&windowSize=8d | -1130 | Data sent for parameter 'windowSize' is not valid.",
                "ticker/price | symbols=[\"BTCUSDT\",\"BTCUSDT\"] | -1151 | Symbol is present multiple times in the list.",
                "referencePrice | symbol=BTCUSDT | -2043 | This symbol doesn't have a reference price.",
            })
    void whenNobodyHasToSign(String path, String form, int code, String message) throws Exception {
        var answer = visitor.get("/api/v3/" + path + "?" + encoded(form));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"code\":" + code + ",\"msg\":\"" + message.replace("\\", "\\\\") + "\"}");
    }

    private static String encoded(String form) {
        StringBuilder query = new StringBuilder();
        for (String parameter : form.split("&")) {
            String[] parts = parameter.split("=", 2);
            query.append(query.length() == 0 ? "" : "&").append(parts[0]).append('=');
            query.append(URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POST order | symbol=BTCUSDT&side=LONG&type=MARKET&quantity=1 | -1117",
                "POST order | symbol=BTCUSDT&side=buy&type=MARKET&quantity=1 | -1117",
                "POST order | symbol=BTCUSDT&side=BUY&type=STOP&quantity=1 | -1116",
                "POST order | symbol=BTCUSDT&side=UNKNOWN&type=MARKET&quantity=1 | -1117",
                "POST order | symbol=BTCUSDT&type=MARKET&quantity=1 | -1102",
                "POST order | symbol=BTCUSDT&side=BUY&type=MARKET | -1102",
                "POST order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&quoteOrderQty=1 | -1106",
                "POST order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&price=1 | -1106",
                "POST order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&timeInForce=GTC | -1106",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=1 | -1102",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTX&quantity=1&price=1 | -1115",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&price=1 | -1102",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1 | -1102",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=1&stopPrice=1 | -1106",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=1&price=1&icebergQty=0.1 | -1014",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&price=1&timeInForce=GTC | -1106",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&price=1&icebergQty=0.1&timeInForce=IOC | -1014",
                "POST order | symbol=BTCUSDT&side=BUY&type=STOP_LOSS&quantity=1 | -1102",
                "POST order | symbol=BTCUSDT&side=BUY&type=STOP_LOSS_LIMIT&timeInForce=GTC&quantity=1&stopPrice=1 | -1102",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1e3&price=1 | -1100",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=-1&price=1 | -1100",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.000000001&price=1 | -1111",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=&price=1 | -1105",
                "POST order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&newClientOrderId=no spaces | -1100",
                "POST order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&strategyType=5 | -1134",
                "POST order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&selfTradePreventionMode=SOME | -1130",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&pegPriceType=BEST | -1210",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&pegPriceType=PRIMARY_PEG&pegOffsetType=TICK&pegOffsetValue=1 | -1211",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&pegPriceType=PRIMARY_PEG&pegOffsetValue=1 | -1128",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&pegPriceType=PRIMARY_PEG&pegOffsetType=PRICE_LEVEL&pegOffsetValue=101 | -1130",
                "POST order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&recvwindow=5000 | -1104",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=40000.001 | -1013",
                "POST order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=100&price=40000.00 | -2010",
                "POST order | symbol=OLDUSDT&side=BUY&type=MARKET&quantity=1 | -1013",
                "POST order/cancelReplace | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&cancelOrderId=1 | -1102",
                "POST order/cancelReplace | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&cancelReplaceMode=STOP_ON_FAILURE | -1102",
                "DELETE order | symbol=BTCUSDT | -1102",
                "DELETE order | symbol=BTCUSDT&orderId=1 | -2011",
                "DELETE order | symbol=BTCUSDT&orderId=1&cancelRestrictions=NEVER | -1145",
                "DELETE openOrders | symbol=ETHUSDT | -2011",
                "DELETE orderList | symbol=BTCUSDT&orderListId=1 | -2011",
                "PUT order/amend/keepPriority | symbol=BTCUSDT&orderId=1 | -1102",
                "POST orderList/oco | symbol=BTCUSDT&side=SELL&quantity=1&aboveType=LIMIT&abovePrice=1&belowType=STOP_LOSS&belowStopPrice=1 | -1158",
                "POST orderList/oco | symbol=BTCUSDT&side=SELL&quantity=0.01&aboveType=TAKE_PROFIT&aboveStopPrice=70000&belowType=LIMIT_MAKER&belowPrice=50000 | -1166",
                "POST orderList/oco | symbol=BTCUSDT&side=SELL&quantity=0.01&aboveType=STOP_LOSS_LIMIT&abovePrice=70000&aboveTimeInForce=IOC&aboveIcebergQty=0.001&aboveStopPrice=70000&belowType=STOP_LOSS&belowStopPrice=1 | -1160",
                "POST orderList/oto | symbol=BTCUSDT&workingType=MARKET&workingSide=BUY&workingPrice=1&workingQuantity=1&pendingType=MARKET&pendingSide=SELL&pendingQuantity=1 | -1116",
                "POST orderList/opo | symbol=ETHUSDT&workingType=LIMIT&workingSide=SELL&workingTimeInForce=GTC&workingPrice=4000&workingQuantity=0.1&pendingType=MARKET&pendingSide=SELL | -1222",
                "POST orderList/opo | symbol=ETHUSDT&workingType=LIMIT&workingSide=BUY&workingTimeInForce=GTC&workingPrice=2000&workingQuantity=0.1&pendingType=MARKET&pendingSide=BUY | -1223",
                "POST sor/order | symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&price=1 | -1116",
                "GET order | symbol=BTCUSDT | -1102",
                "GET order | symbol=BTCUSDT&orderId=1 | -2013",
                "GET myTrades | symbol=BTCUSDT&fromId=1&startTime=1700000000000 | -1128",
                "GET myTrades | symbol=BTCUSDT&startTime=1700000000000&endTime=1700086400001 | -1127",
                "GET allOrders | symbol=BTCUSDT&limit=1001 | -1130",
                "GET allOrderList | fromId=1&startTime=1700000000000 | -1128",
                "GET myPreventedMatches | symbol=BTCUSDT | -1128",
                "GET myAllocations | symbol=BTCUSDT&orderId=1&startTime=1700000000000 | -1128",
                "GET account | omitZeroBalances=yes | -1130",
                "GET account | symbol=BTCUSDT | -1104",
            })
    void whenSigned(String endpoint, String form, int code) throws Exception {
        String[] verbAndPath = endpoint.split(" ");
        RawTrader.Reply reply = trader.call(verbAndPath[0], "/api/v3/" + verbAndPath[1], encoded(form));

        assertThat(reply.status()).as(reply.http().body()).isEqualTo(400);
        assertThat(reply.code()).as(reply.http().body()).isEqualTo(code);
        assertThat(simulator.orders(simulator.account())).as("placed").isEmpty();
    }
}
