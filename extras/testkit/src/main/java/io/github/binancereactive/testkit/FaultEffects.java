/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeErrors;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What each fault does to a turn. */
final class FaultEffects {

    private static final Map<Class<? extends Fault>, BiConsumer<Fault, Turn>> EFFECTS = new HashMap<>();

    static {
        connection();
        timing();
        form();
        content();
    }

    private FaultEffects() {}

    private static void connection() {
        on(ConnectionFault.Reset.class, (fault, turn) -> {
            if (fault.answered()) {
                turn.reply();
            }
            turn.socket().reset();
        });
        on(ConnectionFault.MissingPong.class, (fault, turn) -> turn.answer());
        on(ConnectionFault.HalfOpen.class, (fault, turn) -> turn.socket().halfOpen());
        on(ConnectionFault.RefuseConnections.class, (fault, turn) -> {
            turn.simulation().refuse(fault.duration());
            turn.socket().reset();
        });
        on(ConnectionFault.Close.class, (fault, turn) -> {
            turn.reply();
            turn.closed(fault.code(), fault.reason());
        });
    }

    private static void timing() {
        on(TimingFault.Delay.class, (fault, turn) -> {
            turn.reply();
            turn.simulation().clock().after(fault.delay(), turn::answer);
        });
        on(TimingFault.Duplicate.class, (fault, turn) -> turn.twice());
        on(TimingFault.Reorder.class, (fault, turn) -> turn.afterTheNext());
        on(TimingFault.Ignore.class, (fault, turn) -> {});
        on(TimingFault.Drop.class, (fault, turn) -> turn.reply());
        on(TimingFault.SlowDrip.class, (fault, turn) -> {
            turn.socket().drip(fault.bytesPerSecond());
            turn.answer();
        });
    }

    private static void form() {
        on(FormFault.Garbage.class, (fault, turn) -> turn.answerText(fault.text()));
        on(FormFault.TruncatedFrame.class, (fault, turn) -> turn.breakOff());
        on(FormFault.TruncatedBody.class, (fault, turn) -> turn.cutText());
        on(FormFault.FragmentedFrame.class, (fault, turn) -> turn.inPieces(fault.pieces()));
        on(FormFault.OversizedFrame.class, (fault, turn) -> turn.padded(fault.bytes()));
        on(FormFault.WrongContentType.class, (fault, turn) -> turn.mislabelled(fault.contentType()));
        on(FormFault.NullId.class, (fault, turn) -> turn.withNullId());
        on(FormFault.UnknownId.class, (fault, turn) -> turn.withUnknownIdFirst());
    }

    private static void content() {
        on(ContentFault.Status.class, (fault, turn) -> {
            if (fault.contentType() == null) {
                turn.reply();
            }
            turn.withStatus(fault);
        });
        on(ContentFault.Redirect.class, (fault, turn) -> turn.redirected(fault.location()));
        on(ContentFault.Failure.class, (fault, turn) -> {
            turn.reply();
            turn.answer(turn.failed(new ExchangeError(fault.status(), fault.code(), fault.message())));
        });
        on(ContentFault.Timeout.class, (fault, turn) -> {
            turn.reply();
            turn.answer(turn.failed(ExchangeErrors.timeout()));
        });
        on(ContentFault.RateLimited.class, (fault, turn) -> turn.answer(turn.failed(rateLimited(fault, turn))));
    }

    private static ExchangeError rateLimited(ContentFault.RateLimited fault, Turn turn) {
        long now = turn.simulation().clock().millis();
        long until = now + fault.retryAfter().toMillis();
        return fault.status() == 418
                ? ExchangeErrors.banned(now, until)
                : ExchangeErrors.tooMuchWeight(turn.simulation().exchange().weightLimit(), now, until);
    }

    private static <F extends Fault> void on(Class<F> type, BiConsumer<F, Turn> effect) {
        EFFECTS.put(type, (fault, turn) -> effect.accept(type.cast(fault), turn));
    }

    /** Answers the turn, with this fault or as it should be. */
    static void play(@Nullable Fault fault, Turn turn) {
        BiConsumer<Fault, Turn> effect = fault == null ? null : EFFECTS.get(fault.getClass());
        if (fault == null || effect == null) {
            turn.answer();
        } else {
            effect.accept(fault, turn);
        }
    }

    static boolean knows(Class<?> fault) {
        return EFFECTS.containsKey(fault);
    }
}
