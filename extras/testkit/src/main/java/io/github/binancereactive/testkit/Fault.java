/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;
import java.util.Set;

/**
 * Something that goes wrong, once, with one request and its answer or, as an {@link EventFault}, with an event of a stream. Handed to
 * {@link ExchangeSimulator#inject(Fault)} for the next request that it fits, or put into a {@link FaultPlan} to happen at
 * random.
 *
 * <p>A fault that has no meaning on the wire that the request came by leaves the answer as it is; each factory says
 * where it has one. Unless it says otherwise, the exchange has carried out the request before the fault happens: limits
 * are counted and a {@linkplain ExchangeSimulatorBuilder#answer scripted answer} has run.
 */
public sealed interface Fault permits ConnectionFault, TimingFault, FormFault, ContentFault, EventFault, Fault.Only {

    /**
     * The connection is reset (TCP RST) when the request arrives; the exchange never sees the request.
     *
     * @return for both wires
     */
    static Fault resetBeforeAnswer() {
        return new ConnectionFault.Reset(false);
    }

    /**
     * The connection is reset (TCP RST) in place of the answer, after the request was carried out.
     *
     * @return for both wires
     */
    static Fault resetAfterAnswer() {
        return new ConnectionFault.Reset(true);
    }

    /**
     * From this request on, which the exchange never sees, the connection accepts bytes and sends none: no answers, no
     * pings, no pongs.
     *
     * @return for both wires
     */
    static Fault halfOpen() {
        return new ConnectionFault.HalfOpen();
    }

    /**
     * The answer comes late; later requests overtake it.
     *
     * @param delay how much later, on the simulator's clock
     * @return for both wires
     */
    static Fault delay(Duration delay) {
        return new TimingFault.Delay(delay);
    }

    /**
     * The answer comes after the answer to the next request of the same connection.
     *
     * @return for the WebSocket API
     */
    static Fault reorder() {
        return new TimingFault.Reorder();
    }

    /**
     * The answer comes twice.
     *
     * @return for the WebSocket API
     */
    static Fault duplicate() {
        return new TimingFault.Duplicate();
    }

    /**
     * The answer never comes; the connection lives on.
     *
     * @return for both wires
     */
    static Fault drop() {
        return new TimingFault.Drop();
    }

    /**
     * Text that is no JSON, in place of the answer and with its status and content type.
     *
     * @return for both wires
     */
    static Fault garbage() {
        return garbage("}{ this is not JSON");
    }

    /**
     * Other text in place of the answer, with its status and content type.
     *
     * @param text what to send
     * @return for both wires
     */
    static Fault garbage(String text) {
        return new FormFault.Garbage(text);
    }

    /**
     * The answer breaks off half-way and the connection is closed: a WebSocket frame shorter than its header says, an
     * HTTP body shorter than its {@code Content-Length}.
     *
     * @return for both wires
     */
    static Fault truncatedFrame() {
        return new FormFault.TruncatedFrame();
    }

    /**
     * The answer's JSON breaks off half-way: on the WebSocket API in a frame that is otherwise well-formed; on REST as
     * {@link #truncatedFrame()}.
     *
     * @return for both wires
     */
    static Fault truncatedBody() {
        return new FormFault.TruncatedBody();
    }

    /**
     * The answer comes in several pieces: continuation frames, or HTTP chunks. A correct client notices nothing.
     *
     * @param pieces how many, 1 or more
     * @return for both wires
     */
    static Fault fragmentedFrame(int pieces) {
        return new FormFault.FragmentedFrame(pieces);
    }

    /**
     * The answer is blown up with white space; still one frame or body, still valid JSON.
     *
     * @param bytes the size to reach
     * @return for both wires
     */
    static Fault oversizedFrame(int bytes) {
        return new FormFault.OversizedFrame(bytes);
    }

    /**
     * The connection is reset when the request arrives, which the exchange never sees, and new ones are reset as soon as
     * they are accepted.
     *
     * @param duration for how long, on the simulator's clock
     * @return for both wires
     */
    static Fault refuseConnections(Duration duration) {
        return new ConnectionFault.RefuseConnections(duration);
    }

    /**
     * The connection is closed in place of the answer: with a close frame, or on REST without a word.
     *
     * @param code the close code
     * @param reason the close reason
     * @return for both wires
     */
    static Fault close(int code, String reason) {
        return new ConnectionFault.Close(code, reason);
    }

    /**
     * An answer with this status. On the WebSocket API the body becomes the {@code error} when it is a JSON object with
     * a {@code code}, and an error -1000 otherwise.
     *
     * @param status the status, such as 503
     * @param body the body, which may be empty and need not be JSON
     * @return for both wires
     */
    static Fault status(int status, String body) {
        return new ContentFault.Status(status, body, null);
    }

    /**
     * An error of the exchange in place of the answer.
     *
     * @param status the status, such as 400
     * @param code the error code, such as -1001
     * @param message the message
     * @return for both wires
     */
    static Fault error(int status, int code, String message) {
        return new ContentFault.Failure(status, code, message);
    }

    /**
     * -1007 in place of the answer: the request timed out inside the exchange. Here it was carried out.
     *
     * @return for both wires
     */
    static Fault timeout() {
        return new ContentFault.Timeout();
    }

    /**
     * 429 in place of the answer; the request was not carried out.
     *
     * @param retryAfter when to come back, in whole seconds on REST
     * @return for both wires
     */
    static Fault rateLimited(Duration retryAfter) {
        return new ContentFault.RateLimited(429, retryAfter);
    }

    /**
     * 418 in place of the answer; the request was not carried out.
     *
     * @param retryAfter when the ban ends
     * @return for both wires
     */
    static Fault banned(Duration retryAfter) {
        return new ContentFault.RateLimited(418, retryAfter);
    }

    /**
     * An error with the id {@code null} in place of the answer, as for a request that could not be read; the exchange
     * never sees the request.
     *
     * @return for the WebSocket API
     */
    static Fault nullId() {
        return new FormFault.NullId();
    }

    /**
     * A copy of the answer under an id that nobody used, and then the answer.
     *
     * @return for the WebSocket API
     */
    static Fault unknownId() {
        return new FormFault.UnknownId();
    }

    /**
     * The answer trickles; the connection sends nothing faster until it is out.
     *
     * @param bytesPerSecond how fast, on the simulator's clock
     * @return for both wires
     */
    static Fault slowDrip(int bytesPerSecond) {
        return new TimingFault.SlowDrip(bytesPerSecond);
    }

    /**
     * 403 with a page in HTML, as from the firewall in front of the exchange; the exchange never sees the request. On the
     * WebSocket API an answer with status 403.
     *
     * @return for both wires
     */
    static Fault html403() {
        return new ContentFault.Status(
                403, "<html><head><title>403 Forbidden</title></head><body>Forbidden</body></html>", "text/html");
    }

    /**
     * The right answer, wrongly labelled: with another {@code Content-Type}, or in a binary frame.
     *
     * @param contentType the type to claim on REST
     * @return for both wires
     */
    static Fault wrongContentType(String contentType) {
        return new FormFault.WrongContentType(contentType);
    }

    /**
     * A redirect (302) in place of the answer; the exchange never sees the request.
     *
     * @param location where to
     * @return for REST
     */
    static Fault redirect(String location) {
        return new ContentFault.Redirect(location);
    }

    /**
     * The next ping frame that a client sends is not answered.
     *
     * @return for the WebSocket API
     */
    static Fault missingPong() {
        return new ConnectionFault.MissingPong();
    }

    /**
     * The exchange ignores the request: it is not carried out and never answered. The connection lives on. With {@link
     * #drop()} it would have been carried out.
     *
     * @return for all wires
     */
    static Fault ignore() {
        return new TimingFault.Ignore();
    }

    /**
     * An event of a market data stream reaches nobody.
     *
     * @param streams whose event: a stream's name, in which {@code *} stands for any characters
     * @return for the streams
     */
    static Fault loseEvent(String streams) {
        return new EventFault.Lose(streams);
    }

    /**
     * An event of a market data stream comes twice.
     *
     * @param streams whose event: a stream's name, in which {@code *} stands for any characters
     * @return for the streams
     */
    static Fault duplicateEvent(String streams) {
        return new EventFault.Duplicate(streams);
    }

    /**
     * An event of a market data stream comes after the next event of the same stream.
     *
     * @param streams whose event: a stream's name, in which {@code *} stands for any characters
     * @return for the streams
     */
    static Fault swapEvents(String streams) {
        return new EventFault.Swap(streams);
    }

    /**
     * Every connection that is subscribed to a market data stream is reset (TCP RST) after some more events.
     *
     * @param streams whose events count: a stream's name, in which {@code *} stands for any characters. Those are reset
     *     that are subscribed to the stream of the last of them
     * @param events how many, the one that meets the fault included; what of them is still on its way is lost
     * @return for the streams
     */
    static Fault resetAfterEvents(String streams, int events) {
        return new EventFault.ResetAfter(streams, events);
    }

    /**
     * This fault, for these methods only.
     *
     * @param methods {@code order.place} for the WebSocket API, {@code POST /api/v3/order} for REST, {@code GET
     *     /ws-api/v3} for the upgrade to WebSocket, which no fault meets unless it is named
     * @return a fault that waits for one of them
     */
    default Fault on(String... methods) {
        return new Only(this, Set.of(methods));
    }

    /**
     * See {@link #on(String...)}.
     *
     * @param fault what happens
     * @param methods to what
     */
    record Only(Fault fault, Set<String> methods) implements Fault {

        /** Copies the set. */
        public Only {
            methods = Set.copyOf(methods);
        }
    }
}
