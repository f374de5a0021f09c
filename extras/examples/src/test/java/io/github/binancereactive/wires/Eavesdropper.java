/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Keeps all that is logged and told while it listens: of ours everything, of others what a usual configuration lets through. */
final class Eavesdropper implements AutoCloseable {

    private static final String OURS = "io.github.binancereactive";

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Queue<Class<?>> errors = new ConcurrentLinkedQueue<>();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = context.getLogger(OURS);
    private final Level rootLevel = root.getLevel();

    Eavesdropper() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            silenced.add(all.next());
        }
        silenced.forEach(root::detachAppender);
        Listener listener = new Listener();
        listener.setContext(context);
        listener.start();
        root.addAppender(listener);
        root.setLevel(Level.INFO);
        ours.setLevel(Level.TRACE);
    }

    /** What somebody was given who prints it. */
    void told(Object thing) {
        told.add(String.valueOf(thing));
    }

    /** What somebody was given who prints it with everything behind it. */
    void failed(Throwable error) {
        errors.add(error.getClass());
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        told.add(trace.toString());
        visit(error, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void visit(Throwable error, Set<Throwable> seen) {
        if (!seen.add(error)) {
            return;
        }
        told.add(error + " " + error.getMessage() + " " + error.getLocalizedMessage());
        if (error.getCause() != null) {
            visit(error.getCause(), seen);
        }
        Arrays.stream(error.getSuppressed()).forEach(each -> visit(each, seen));
    }

    /** The kinds of errors that were told, so that a test can see that it provoked them. */
    Collection<Class<?>> errors() {
        return errors;
    }

    Collection<String> logged() {
        return logged;
    }

    void requireNone(Collection<String> secrets) {
        assertThat(secrets).isNotEmpty();
        assertThat(String.join("\n", logged)).as("logged").doesNotContain(secrets);
        assertThat(String.join("\n", told)).as("told").doesNotContain(secrets);
    }

    @Override
    public void close() {
        ours.setLevel(null);
        root.setLevel(rootLevel);
        root.detachAndStopAllAppenders();
        silenced.forEach(root::addAppender);
    }

    private final class Listener extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().startsWith(OURS + ".testkit")) {
                return; // the exchange's own
            }
            IThrowableProxy thrown = event.getThrowableProxy();
            logged.add(event.getLoggerName() + " [" + event.getThreadName() + "] " + event.getFormattedMessage() + " "
                    + Arrays.toString(event.getArgumentArray()) + " " + event.getMDCPropertyMap()
                    + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    }
}
