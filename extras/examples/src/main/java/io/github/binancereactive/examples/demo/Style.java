/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import java.io.Console;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the output understands.
 *
 * @param colours whether colours may be used
 * @param redraws whether what was written can be written over
 * @param bars characters from an empty to a full one
 */
record Style(boolean colours, boolean redraws, String bars) {

    private static final String BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final String ASCII = " .:-=+*%#";

    /** For a file, or whatever else keeps all that is written. */
    static final Style PLAIN = new Style(false, false, ASCII);

    /** Colours if standard output is a terminal that understands them and nobody asked for none. */
    static Style ofTerminal() {
        Map<String, String> environment = System.getenv();
        boolean terminal = isTerminal(System.console());
        return new Style(
                terminal && wanted(environment), terminal && understandsCodes(environment), bars(ofStandardOutput()));
    }

    /** By the convention of no-color.org. */
    static boolean wanted(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && understandsCodes(environment);
    }

    static boolean understandsCodes(Map<String, String> environment) {
        return !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    static String bars(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(BLOCKS) ? BLOCKS : ASCII;
    }

    /** Which property names it depends on the version of Java, and on whether it is a terminal. */
    private static Charset ofStandardOutput() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return name == null ? Charset.defaultCharset() : charset(name);
    }

    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
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
