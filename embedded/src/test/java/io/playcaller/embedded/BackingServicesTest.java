package io.playcaller.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingServicesTest {

    @TempDir
    Path directory;

    @Test
    void theThreeStartTogetherAndReportTheirProgress() {
        List<String> steps = new CopyOnWriteArrayList<>();

        try (BackingServices services = BackingServices.start(BackingSettings.forTests(directory), recording(steps))) {

            assertThat(steps)
                    .containsExactlyInAnyOrder(
                            "starting Kafka",
                            "starting PostgreSQL",
                            "starting Redis",
                            "Kafka at " + services.kafka().address(),
                            "PostgreSQL at " + services.postgres().address(),
                            "Redis at " + services.redis().address());
            assertThat(services.startTook())
                    .isPositive()
                    .isGreaterThan(services.redis().startTook());
        }
    }

    @Test
    void whenOneDoesNotStartTheOthersAreStopped() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            BackingSettings settings = BackingSettings.durable(directory, 0, 0, taken.getLocalPort());

            assertThatThrownBy(() -> BackingServices.start(settings, StartListener.SILENT))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("--redis-port");
        }

        // Their directories are free again.
        BackingServices.start(BackingSettings.forTests(directory), StartListener.SILENT)
                .close();
    }

    @Test
    void whatAKilledRunLeftIsEndedWithoutStartingAnything() throws Exception {
        long leftOver = ForkedRun.thatDiesWithItsServerRunning(directory.resolve("redis"), "redis");

        assertThat(BackingServices.endLeftOvers(directory, StartListener.SILENT))
                .containsExactly("Redis");

        assertThat(ProcessHandle.of(leftOver).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(BackingServices.endLeftOvers(directory, StartListener.SILENT))
                .isEmpty();
    }

    @Test
    void aServerThatSomebodyUsesIsNotEnded() {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory.resolve("redis"), 0)) {
            assertThatThrownBy(() -> BackingServices.endLeftOvers(directory, StartListener.SILENT))
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());

            assertThat(redis.ended()).isNotDone();
        }
    }

    private static StartListener recording(List<String> steps) {
        return new StartListener() {
            @Override
            public void starting(String service) {
                steps.add("starting " + service);
            }

            @Override
            public void started(BackingService service) {
                assertThat(service.startTook()).isGreaterThan(Duration.ZERO);
                steps.add(service.name() + " at " + service.address());
            }
        };
    }
}
