/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.containers;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.testkit.ExchangeSimulatorMain;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The simulator's program in an image that has nothing but a Java runtime. */
final class SimulatorContainer extends GenericContainer<SimulatorContainer> {

    private static final int PORT = 8080;
    private static final String JARS = "/app/simulator";

    /** With more arguments of the program. */
    SimulatorContainer(String... more) {
        super(DockerImageName.parse(System.getProperty("containers.image")));
        withCopyFileToContainer(MountableFile.forHostPath(System.getProperty("simulator.jars")), JARS);
        withCommand(command(more));
        withExposedPorts(PORT);
        // Not for a port: that would take a shell, which the image need not have.
        waitingFor(Wait.forHttp("/api/v3/ping").forPort(PORT));
    }

    private static String[] command(String... more) {
        List<String> command =
                new ArrayList<>(List.of("java", "-cp", JARS + "/*", ExchangeSimulatorMain.class.getName()));
        command.addAll(List.of("--host", "0.0.0.0", "--port", Integer.toString(PORT)));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    BinanceEnvironment environment() {
        String address = getHost() + ":" + getMappedPort(PORT);
        return BinanceEnvironment.custom("container")
                .withRestHosts(URI.create("http://" + address))
                .withWebSocketApiUris(URI.create("ws://" + address + "/ws-api/v3"))
                .withStreamUris(URI.create("ws://" + address));
    }

    /** Stops every thread of it: connections stay open, and nothing answers. */
    void pause() {
        getDockerClient().pauseContainerCmd(getContainerId()).exec();
    }

    /** Harmless when it isn't paused. */
    void resume() {
        boolean paused = Boolean.TRUE.equals(getDockerClient()
                .inspectContainerCmd(getContainerId())
                .exec()
                .getState()
                .getPaused());
        if (paused) {
            getDockerClient().unpauseContainerCmd(getContainerId()).exec();
        }
    }
}
