/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Colours, or none of them.
 *
 * @param colours whether control codes may be written
 */
record Style(boolean colours) {

    /** Colours if standard output is a terminal that understands them and nobody asked for none. */
    static Style ofTerminal() {
        return new Style(wanted(System.getenv()) && isTerminal(System.console()));
    }

    /** By the convention of no-color.org. */
    static boolean wanted(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there may be a console without a terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    String bold(String text) {
        return code("1", text);
    }

    String green(String text) {
        return code("32", text);
    }

    String red(String text) {
        return code("31", text);
    }

    String cyan(String text) {
        return code("36", text);
    }

    private String code(String number, String text) {
        return colours ? "\u001b[" + number + "m" + text + "\u001b[0m" : text;
    }
}
