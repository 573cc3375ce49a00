package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    Path root;

    @Test
    void aTakenPortSaysForWhomAndWhichOptionMovesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Settings settings = Settings.defaults().with("play-router", taken.getLocalPort());

            assertThat(Preflight.faults(new Home(root), settings))
                    .contains(
                            ("port %d, wanted for play-router, is taken by another process; stop it, or choose another"
                                            + " port: ./playcaller up --play-router-port N")
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void aServiceThatIsNotBuiltSaysHowToBuildIt() {
        assertThat(Preflight.faults(new Home(root), Settings.defaults()))
                .anySatisfy(fault -> assertThat(fault).startsWith("console is not built; run ./playcaller up"));
    }

    @Test
    void aServerThatAKilledRunLeftIsNoFault() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Home home = new Home(root);
            Files.createDirectories(home.data().resolve("postgres/data"));
            Files.writeString(home.data().resolve("postgres/data/postmaster.pid"), "1\n");

            assertThat(Preflight.faults(home, Settings.defaults().with("postgres", taken.getLocalPort())))
                    .noneMatch(fault -> fault.contains("postgres-port"));
        }
    }
}
