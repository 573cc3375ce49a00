package io.playcaller.quickstart;

import io.playcaller.embedded.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be true before anything is started; each fault says what to do about it. */
public final class Preflight {

    private static final long LEAST_FREE_BYTES = 2L << 30;

    private Preflight() {}

    /** All faults at once; empty when the start may go on. */
    public static List<String> faults(Home home, Settings settings) {
        List<String> faults = new ArrayList<>();
        disk(home).ifPresent(faults::add);
        settings.ports().forEach((name, port) -> {
            if (!LoopbackPorts.isFree(port)) {
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

    /** What is wrong with the disk; empty when there is room enough. */
    public static Optional<String> disk(Home home) {
        try {
            return disk(home, Files.getFileStore(home.root()).getUsableSpace());
        } catch (IOException e) {
            return Optional.of(
                    "cannot tell how much disk is free at %s: %s".formatted(home.directory(), e.getMessage()));
        }
    }

    static Optional<String> disk(Home home, long freeBytes) {
        return freeBytes >= LEAST_FREE_BYTES
                ? Optional.empty()
                : Optional.of("only %d MB are free on the disk of %s, and at least %d MB are needed; free some"
                        .formatted(freeBytes >> 20, home.directory(), LEAST_FREE_BYTES >> 20));
    }
}
