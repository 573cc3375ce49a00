package io.playcaller.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What must be true before anything is started; each fault says what to do about it. */
public final class Preflight {

    private static final long LEAST_FREE_BYTES = 2L << 30;

    private Preflight() {}

    /** All faults at once; empty when the start may go on. */
    public static List<String> faults(Home home, Settings settings) {
        List<String> faults = new ArrayList<>();
        disk(home, faults);
        settings.ports().forEach((name, port) -> {
            if (!leftOver(home, name) && !free(port)) {
                faults.add(
                        "port %d, wanted for %s, is taken by another process; stop it, or choose another port: ./playcaller up --%s-port N"
                                .formatted(port, name, name));
            }
        });
        for (Service service : Service.values()) {
            if (!Files.exists(service.program(home.root()))) {
                faults.add("%s is not built; run ./playcaller up, or: mvn -DskipTests package -pl %s -am"
                        .formatted(service.module(), service.module()));
            }
        }
        return faults;
    }

    private static void disk(Home home, List<String> faults) {
        try {
            long free = Files.getFileStore(home.root()).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                faults.add("only %d MB are free on the disk of %s, and at least %d MB are needed; free some"
                        .formatted(free >> 20, home.directory(), LEAST_FREE_BYTES >> 20));
            }
        } catch (IOException e) {
            faults.add("cannot tell how much disk is free at %s: %s".formatted(home.directory(), e.getMessage()));
        }
    }

    /** A server of an earlier, killed run may still hold its own port: its start ends it first. */
    private static boolean leftOver(Home home, String name) {
        return switch (name) {
            case "postgres" -> Files.exists(home.data().resolve("postgres/data/postmaster.pid"));
            case "redis" -> Files.exists(home.data().resolve("redis/redis.pid"));
            default -> false;
        };
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
