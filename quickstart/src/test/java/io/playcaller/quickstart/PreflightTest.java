package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
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
    void aDiskWithTooLittleRoomSaysHowMuchIsThereAndHowMuchIsNeeded() {
        Home home = new Home(root);

        assertThat(Preflight.disk(home, 700L << 20))
                .contains("only 700 MB are free on the disk of %s, and at least 2048 MB are needed; free some"
                        .formatted(home.directory()));
        assertThat(Preflight.disk(home, 2L << 30)).isEmpty();
    }
}
