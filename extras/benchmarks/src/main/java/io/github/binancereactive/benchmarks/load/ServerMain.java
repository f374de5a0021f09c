/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import io.github.binancereactive.benchmarks.ExchangeInfoBody;
import io.github.binancereactive.testkit.ExchangeSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * The program of the server's JVM: a plain server for {@code time} and orders, flood servers for streams, and a simulator for all
 * else. It answers with one line about itself to each line of standard input.
 */
final class ServerMain {

    private ServerMain() {}

    public static void main(String[] arguments) throws IOException {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ExchangeSimulator simulator = ExchangeInfoBody.simulator();
                PlainServer plain = new PlainServer();
                FloodServers floods = new FloodServers()) {
            String command;
            while ((command = commands.readLine()) != null) {
                System.out.println(
                        switch (command) {
                            case "simulator" -> simulator.port();
                            case "plain" -> plain.port();
                            case "cpu" -> process.getProcessCpuTime();
                            default -> floods.command(command);
                        });
            }
        }
    }
}
