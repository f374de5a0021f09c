/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Answers that are too large to be decoded on the event loop. */
class LargeAnswersTest extends WebSocketApiTestCase {

    private static final int LARGE = 64 * 1024;

    private final Queue<Runnable> undecoded = new ArrayDeque<>();
    private final Scheduler decoding = Schedulers.fromExecutor(undecoded::add);

    private static String answer(FakeRequest request, int length) {
        String head = "{\"id\":" + request.id() + ",\"status\":200,\"result\":" + FakeRequest.RESULT + ",\"pad\":\"";
        return head + "x".repeat(length - head.length() - 2) + "\"}";
    }

    private ByteBuf pooled(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return PooledByteBufAllocator.DEFAULT.directBuffer(bytes.length).writeBytes(bytes);
    }

    @Test
    void aLargeAnswerIsDecodedElsewhere() {
        options = options.withDecodeScheduler(decoding);
        Recorder<ServerTime> asked = askTime();
        ByteBuf frame = pooled(answer(exchange.expectRequest("time"), LARGE));
        exchange.connection().send(frame);
        asked.assertNothing();
        assertThat(frame.refCnt()).isEqualTo(1);
        undecoded.remove().run();
        assertThat(asked.value()).isEqualTo(SERVER_TIME);
        assertThat(frame.refCnt()).isZero();
    }

    @Test
    void aSmallerOneIsDecodedAtOnce() {
        options = options.withDecodeScheduler(decoding);
        Recorder<ServerTime> asked = askTime();
        ByteBuf frame = pooled(answer(exchange.expectRequest("time"), LARGE - 1));
        exchange.connection().send(frame);
        assertThat(asked.value()).isEqualTo(SERVER_TIME);
        assertThat(frame.refCnt()).isZero();
    }

    @Test
    void smallAnswersOvertakeALargeOne() {
        options = options.withDecodeScheduler(decoding);
        Recorder<ServerTime> large = askTime();
        Recorder<ServerTime> small = askTime();
        FakeRequest first = exchange.expectRequest("time");
        FakeRequest second = exchange.expectRequest("time");
        exchange.send(answer(first, LARGE), second.answer());
        small.value();
        large.assertNothing();
        undecoded.remove().run();
        large.value();
    }

    @Test
    void aLargeAnswerThatNobodyWaitsForIsReleased() {
        options = options.withDecodeScheduler(decoding);
        Recorder<ServerTime> asked = askTime();
        ByteBuf frame = pooled(answer(exchange.expectRequest("time"), LARGE));
        exchange.connection().send(frame);
        asked.cancel();
        undecoded.remove().run();
        assertThat(frame.refCnt()).isZero();
        asked.assertNothing();
        assertThat(statistics().lateOrDuplicate()).isEqualTo(1);
    }

    @Test
    void aLargeFrameThatIsUnreadableIsCountedAndReleased() {
        options = options.withDecodeScheduler(decoding);
        connected();
        ByteBuf frame = pooled("<".repeat(LARGE));
        exchange.connection().send(frame);
        undecoded.remove().run();
        assertThat(frame.refCnt()).isZero();
        assertThat(statistics().undecodable()).isEqualTo(1);
    }

    @Test
    void withoutDecodeSchedulerTheFrameIsReleasedAndTheRequestEnds() {
        decoding.dispose();
        options = options.withDecodeScheduler(decoding);
        Recorder<ServerTime> asked = askTime();
        ByteBuf frame = pooled(answer(exchange.expectRequest("time"), LARGE));
        exchange.connection().send(frame);
        assertThat(frame.refCnt()).isZero();
        assertThat(statistics().undecodable()).isEqualTo(1);
        pass(DEADLINE.plus(Duration.ofMillis(100)));
        asked.assertError(DeadlineExceededException.class);
    }

    @Test
    void theNextRequestAfterALargeAnswerIsSentFromTheOtherThread() {
        options = options.withDecodeScheduler(Schedulers.immediate());
        Recorder<ServerTime> second = Recorder.of(time().then(time()));
        exchange.send(answer(exchange.expectRequest("time"), 10 * LARGE));
        exchange.send(answer(exchange.expectRequest("time"), 10 * LARGE));
        second.value();
    }
}
