/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.market.PriceLevels;
import io.github.binancereactive.core.model.market.ReferencePrice;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.model.stream.RollingTickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.TickerWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStreamCodecTest {

    private static final MarketStream<TradeEvent> TRADES = MarketStream.trades("BNBBTC");
    private static final MarketStream<BookTickerEvent> BOOK_TICKER = MarketStream.bookTicker("BNBBTC");
    private static final MarketStream<DepthUpdate> DEPTH = MarketStream.diffDepth("BNBBTC", DepthSpeed.EVERY_SECOND);

    private static final String TRADE =
            "{\"e\":\"trade\",\"E\":1672515782136,\"s\":\"BNBBTC\",\"t\":12345,\"p\":\"0.001\","
                    + "\"q\":\"100\",\"T\":1672515782135,\"m\":true,\"M\":true}";
    private static final TradeEvent TRADED = new TradeEvent(
            Instant.ofEpochMilli(1672515782136L),
            "BNBBTC",
            12345,
            new BigDecimal("0.001"),
            new BigDecimal("100"),
            Instant.ofEpochMilli(1672515782135L),
            true);

    private final HeardFrames heard =
            new HeardFrames(TRADES, BOOK_TICKER, DEPTH, MarketStream.miniTickers(), MarketStream.raw("new@thing"));

    private static String depth(String bids) {
        return "{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BNBBTC\",\"U\":1,\"u\":2,\"b\":" + bids + ",\"a\":[]}";
    }

    @Test
    void decodesAnEventWithTheNameOfItsStream() {
        heard.decode("{\"stream\":\"bnbbtc@trade\",\"data\":" + TRADE + "}");

        assertThat(heard.events).containsExactly(TRADED);
        assertThat(heard.said).isEmpty();
        assertThat(heard.unknown).isEmpty();
    }

    @Test
    void decodesAnEventWhoseStreamIsNamedBehindIt() {
        heard.decode(" { \"data\" : " + TRADE + " , \"stream\" : \"bnbbtc@trade\" } ");

        assertThat(heard.events).containsExactly(TRADED);
    }

    @Test
    void decodesWithinALargerArray() {
        byte[] bytes = ("xx{\"stream\":\"bnbbtc@trade\",\"data\":" + TRADE + "}xx").getBytes(UTF_8);

        heard.codec.decode(bytes, 2, bytes.length - 4, heard);

        assertThat(heard.events).containsExactly(TRADED);
    }

    @Test
    void doesNotLookAtWhatNobodyTakes() {
        heard.decode("{\"stream\":\"other@trade\",\"data\":{\"e\":this is no JSON");

        assertThat(heard.said).containsExactly("nobody takes other@trade");
        assertThat(heard.events).isEmpty();
    }

    @Test
    void nameOfTheStreamMayBeEscaped() {
        heard.decode("{\"stream\":\"bnbbtc\\u0040trade\",\"data\":" + TRADE + "}");
        heard.decode("{\"stream\":\"\\u5e01\\\"@trade\",\"data\":{}}");

        assertThat(heard.events).containsExactly(TRADED);
        assertThat(heard.said).containsExactly("nobody takes 币\"@trade");
    }

    @Test
    void eachElementOfAListIsAnEvent() {
        String one =
                "{\"e\":\"24hrMiniTicker\",\"E\":1672515782136,\"s\":\"%s\",\"c\":\"1\",\"o\":\"2\",\"h\":\"3\",\"l\":\"4\","
                        + "\"v\":\"5\",\"q\":\"6\"}";
        heard.decode(
                "{\"stream\":\"!miniTicker@arr\",\"data\":[" + one.formatted("A") + " , " + one.formatted("币安") + "]}");
        assertThat(heard.events).extracting("symbol").containsExactly("A", "币安");

        heard.decode("{\"stream\":\"!miniTicker@arr\",\"data\":[]}");
        assertThat(heard.events).hasSize(2);

        assertThat(new String(heard.codec.encode(heard.events), UTF_8))
                .isEqualTo("[" + one.formatted("A") + "," + one.formatted("币安") + "]");
    }

    @Test
    void rawEventsAreTheJsonAsItCame() {
        String data = "[ {\"x\" : \"\\u5e01币\"}, 1e5 ]";

        assertThat(heard.event(MarketStream.raw("new@thing"), data)).isEqualTo(new RawStreamEvent("new@thing", data));
        assertThat(new String(heard.codec.encode(heard.events.get(0)), UTF_8)).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"result\":null,\"id\":1}                                   | result 1 null",
                "{\"id\":7,\"result\":true}                                   | result 7 null",
                "{\"result\":[\"a@trade\",\"\\u5e01@x\"],\"id\":3}            | result 3 [a@trade, 币@x]",
                "{\"result\":[],\"id\":\"x\"}                                 | result -1 []",
                "{\"result\":null,\"id\":null}                                | result -1 null",
                "{\"code\":2,\"msg\":\"Invalid request\",\"id\":5}            | refused 5 2 Invalid request",
                "{\"code\":3,\"msg\":\"Invalid JSON\"}                        | refused -1 3 Invalid JSON",
                "{\"error\":{\"code\":0,\"msg\":\"Unknown property\"},\"id\":9} | refused 9 0 Unknown property",
                "{\"id\":9,\"result\":null,\"error\":{\"msg\":\"m\",\"code\":-1}} | refused 9 -1 m",
                "{\"error\":null,\"result\":null,\"id\":4}                    | result 4 null",
                "{\"e\":\"serverShutdown\",\"E\":1770123456789}               | shutdown",
                "{\"e\":\"server\\u0053hutdown\",\"E\":1770123456789}          | shutdown",
                "{\"stream\":\"!server\\u0053hutdown\",\"data\":{}}           | shutdown",
                "{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1}} | shutdown",
                "{\"data\":{\"e\":\"serverShutdown\",\"E\":1},\"stream\":\"!serverShutdown\"} | shutdown"
            })
    void tellsWhatElseAFrameSays(String frame, String said) {
        heard.decode(frame);

        assertThat(heard.said).containsExactly(said);
        assertThat(heard.unknown).isEmpty();
    }

    @Test
    void tellsNobodyOfFramesThatItDoesNotKnow() {
        heard.decode("{\"news\":{\"a\":[]},\"e\":\"holiday\",\"E\":1}");

        assertThat(heard.said).isEmpty();
        assertThat(heard.unknown).containsExactly("StreamFrame.news", "StreamFrame.holiday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "null",
                "{\"result\":null,\"id\":1",
                "{\"result\":null,\"id\":1}}",
                "{\"result\":[1],\"id\":1}",
                "{\"code\":\"2\"}",
                "{\"stream\":1}",
                "{\"stream\":\"bnbbtc@trade\",\"data\":null}",
                "{\"stream\":\"bnbbtc@trade\",\"data\":{}}",
                "{\"stream\":\"bnbbtc@trade\",\"data\":[1]}",
            })
    void refusesOtherFrames(String frame) {
        assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> heard.decode(frame));
        assertThat(heard.events).isEmpty();
    }

    @Test
    void skipsUnknownFieldsAndReportsThem() {
        TradeEvent event = (TradeEvent) heard.event(
                TRADES, TRADE.replace("{\"e\"", "{\"b\":{\"x\":[1,\"}\"]},\"new\":null,\"\\u0062\":1,\"ü\":2,\"e\""));

        assertThat(event).isEqualTo(TRADED);
        assertThat(heard.unknown).containsExactly("TradeEvent.b", "TradeEvent.new", "TradeEvent.b", "TradeEvent.ü");
    }

    @Test
    void namesOfFieldsMayBeEscaped() {
        assertThat(heard.event(TRADES, TRADE.replace("\"t\"", "\"\\u0074\""))).isEqualTo(TRADED);
    }

    @Test
    void anotherTypeOfEventIsNone() {
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> heard.event(TRADES, TRADE.replace("\"trade\"", "\"tradeBust\"")))
                .withMessageContaining("TradeEvent")
                .withMessageNotContaining("Bust");
        HeardFrames rolling = new HeardFrames(MarketStream.rollingTicker("X", TickerWindow.ONE_HOUR));
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> rolling.event(MarketStream.rollingTicker("X", TickerWindow.ONE_HOUR), TRADE));
    }

    @Test
    void windowsThatAreNewStayReadable() {
        MarketStream<RollingTickerEvent> stream = MarketStream.rollingTicker("X", TickerWindow.ONE_HOUR);
        String data =
                "{\"e\":\"7dTicker\",\"E\":1,\"s\":\"X\",\"p\":\"1\",\"P\":\"1\",\"o\":\"1\",\"h\":\"1\",\"l\":\"1\",\"c\":"
                        + "\"1\",\"w\":\"1\",\"v\":\"1\",\"q\":\"1\",\"O\":0,\"C\":1,\"F\":0,\"L\":1,\"n\":1}";

        RollingTickerEvent event = (RollingTickerEvent) new HeardFrames(stream).event(stream, data);

        assertThat(event.window()).isEqualTo("7d");
        assertThat(new String(heard.codec.encode(event), UTF_8)).isEqualTo(data);
    }

    @Test
    void timesMayBeInMicroseconds() {
        TradeEvent event = (TradeEvent) heard.event(TRADES, TRADE.replace("1672515782136", "1672515782136789"));

        assertThat(event.eventTime()).isEqualTo(Instant.ofEpochSecond(1672515782, 136_789_000));
        assertThat(new String(heard.codec.encode(event), UTF_8))
                .contains("\"E\":1672515782136789", "\"T\":1672515782135,");
        assertThat(new String(heard.codec.inMicroseconds().encode(event), UTF_8))
                .contains("\"E\":1672515782136789", "\"T\":1672515782135000,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00000000",
                "-0.5",
                "123456789012345678",
                "12345678.9012345678",
                "1234567890123456789",
                "99999999999999999999.00000001",
                "0.000000000000000000000001",
                "007.50"
            })
    void decimalsKeepDigitsAndScale(String number) {
        BookTickerEvent event = (BookTickerEvent) heard.event(
                BOOK_TICKER, "{\"u\":1,\"s\":\"X\",\"b\":\"" + number + "\",\"B\":\"1\",\"a\":\"1.0\",\"A\":\"1.00\"}");

        assertThat(event.bidPrice()).isEqualTo(new BigDecimal(number));
        assertThat(event.askPrice()).isEqualTo(new BigDecimal("1.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "\"\"",
                "\".\"",
                "\"-\"",
                "\"1.2.3\"",
                "\" 1\"",
                "\"1 \"",
                "\"0x1\"",
                "\"NaN\"",
                "\"١\"",
                "\"1e99999\"",
                "[]",
                "{}",
                "\"1"
            })
    void whatIsNoDecimalIsRefused(String number) {
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> heard.event(
                        BOOK_TICKER, "{\"u\":1,\"s\":\"X\",\"b\":" + number + ",\"B\":\"1\",\"a\":\"1\",\"A\":\"1\"}"));
    }

    @Test
    void recurringSymbolsAreOneObject() {
        for (String symbol : List.of("BNBBTC", "币安人生USDT", "\\u5e01")) {
            TradeEvent first = (TradeEvent) heard.event(TRADES, TRADE.replace("BNBBTC", symbol));
            TradeEvent second = (TradeEvent) heard.event(TRADES, TRADE.replace("BNBBTC", symbol));
            assertThat(second.symbol()).isSameAs(first.symbol());
        }
    }

    @Test
    void referencePriceMayBeNull() {
        MarketStream<ReferencePrice> stream = MarketStream.referencePrice("X");
        HeardFrames frames = new HeardFrames(stream);
        String none = "{\"e\":\"referencePrice\",\"s\":\"X\",\"r\":null,\"t\":1770313263917}";

        frames.event(stream, none.replace("null", "\"1.00\""));
        ReferencePrice event = (ReferencePrice) frames.event(stream, none);

        assertThat(event.referencePrice()).isNull();
        assertThat(new String(frames.codec.encode(event), UTF_8)).isEqualTo(none);
    }

    @Test
    void levelsOfOneScaleStayNumbers() {
        DepthUpdate update =
                (DepthUpdate) heard.event(DEPTH, depth("[[\"0.0024\",\"10.5\"] , [ \"0.0023\" , \"-7.0\" ]]"));

        PriceLevels bids = (PriceLevels) update.bids();
        assertThat(bids.priceScale()).isEqualTo(4);
        assertThat(bids.quantityScale()).isEqualTo(1);
        assertThat(bids.unscaledPrice(0)).isEqualTo(24);
        assertThat(bids.unscaledQuantity(1)).isEqualTo(-70);
        assertThat(update.asks()).isInstanceOf(PriceLevels.class).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.002,1;0.0023,2",
                "0.0024,1;0.0023,2.0",
                "1,1234567890123456789",
                "1234567890123456789,1",
                "0.5,1;1234567890123456789,2",
                "1,2;3,1E+3"
            })
    void otherLevelsKeepTheirDigitsAndScales(String levels) {
        String json = "[[\"" + levels.replace(",", "\",\"").replace(";", "\"],[\"") + "\"]]";
        DepthUpdate update = (DepthUpdate) heard.event(DEPTH, depth(json));

        assertThat(update.bids()).isNotInstanceOf(PriceLevels.class);
        assertThat(update.bids())
                .containsExactlyElementsOf(List.of(levels.split(";", -1)).stream()
                        .map(level -> level.split(",", -1))
                        .map(level -> new PriceLevel(new BigDecimal(level[0]), new BigDecimal(level[1])))
                        .toList());
    }

    @Test
    void manyLevelsFit() {
        String levels = "[" + "[\"0.0024\",\"10\"],".repeat(4999) + "[\"0.0024\",\"10\"]]";
        DepthUpdate update = (DepthUpdate) heard.event(DEPTH, depth(levels));

        assertThat(update.bids()).isInstanceOf(PriceLevels.class).hasSize(5000);
    }

    @Test
    void moreThanALevelNeedsIsSkippedAndReported() {
        DepthUpdate update = (DepthUpdate) heard.event(DEPTH, depth("[[\"1\",\"2\",[]],[\"3\",\"4\",{},5]]"));

        assertThat(update.bids()).hasSize(2);
        assertThat(heard.unknown).containsExactly("PriceLevel.[2]", "PriceLevel.[2]", "PriceLevel.[3]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[[]]",
                "[[\"1\"]]",
                "[[\"1\",null]]",
                "[\"1\",\"2\"]",
                "[[\"1\",\"2\"],]",
                "[[\"1\",\"2\"]"
            })
    void otherThingsAreNoLevels(String levels) {
        assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> heard.event(DEPTH, depth(levels)));
    }

    @Test
    void aTargetMayDecodeAnotherFrame() {
        HeardFrames inner = new HeardFrames(TRADES);
        StreamFrames outer = new StreamFramesAdapter(heard) {
            @Override
            public EventTarget<?> find(byte[] source, int offset, int length) {
                inner.decode("{\"stream\":\"bnbbtc@trade\",\"data\":" + TRADE + "}");
                return super.find(source, offset, length);
            }
        };
        byte[] frame = ("{\"stream\":\"bnbbtc@trade\",\"data\":" + TRADE.replace("12345", "777") + "}").getBytes(UTF_8);

        inner.codec.decode(frame, 0, frame.length, outer);

        assertThat(inner.events).containsExactly(TRADED);
        assertThat(heard.events).extracting("id").containsExactly(777L);
    }

    @Test
    void writesRequests() {
        FrameBuffer target = new FrameBuffer(1);
        heard.codec.subscribe(1, List.of("btcusdt@trade", "币@\"\\"), target);
        heard.codec.unsubscribe(2, List.of("x"), target);
        heard.codec.listSubscriptions(3, target);

        assertThat(new String(target.array(), 0, target.length(), UTF_8))
                .isEqualTo("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"币@\\\"\\\\\"],\"id\":1}"
                        + "{\"method\":\"UNSUBSCRIBE\",\"params\":[\"x\"],\"id\":2}"
                        + "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
        assertThatIllegalArgumentException().isThrownBy(() -> heard.codec.subscribe(1, List.of(), target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"btcusdt@trade", "币安人生usdt@depth", "a\"\\\u0001b", "😀"})
    void countsTheBytesOfAStream(String stream) {
        FrameBuffer one = new FrameBuffer(1);
        heard.codec.subscribe(1, List.of("x"), one);
        FrameBuffer both = new FrameBuffer(1);
        heard.codec.subscribe(1, List.of("x", stream), both);

        assertThat(heard.codec.sizeOf(stream)).isEqualTo(both.length() - one.length());
    }

    @Test
    void encodesNothingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heard.codec.encode("text"))
                .withMessageContaining("java.lang.String");
    }
}
