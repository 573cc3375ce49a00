package io.playcaller.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class EmbeddedRedisTest {

    @TempDir
    Path directory;

    @Test
    void valuesSurviveARestart() {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0);
                Jedis client = new Jedis("127.0.0.1", redis.port())) {
            client.set("claim", "confirmed");
        }

        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0);
                Jedis client = new Jedis("127.0.0.1", redis.port())) {
            assertThat(client.get("claim")).isEqualTo("confirmed");
        }
    }

    @Test
    void aServerLeftByAKilledRunIsStoppedAndItsValuesAreKept() throws Exception {
        long leftOver = ForkedRun.thatDiesWithItsServerRunning(directory, "redis");
        List<String> notices = new ArrayList<>();

        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, EmbeddedPostgresTest.collecting(notices));
                Jedis client = new Jedis("127.0.0.1", redis.port())) {

            assertThat(client.get("claim")).isEqualTo("pending");
            assertThat(ProcessHandle.of(leftOver).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(notices).singleElement().asString().contains("process " + leftOver + " of an earlier run");
        }
    }

    @Test
    void aKilledServerSaysHowItEnded() throws Exception {
        EmbeddedRedis killed = EmbeddedRedis.start(directory, 0);
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

        assertThat(killed.ended().get(60, TimeUnit.SECONDS)).hasValue(128 + 9);
        assertThat(killed.pid()).isZero();
        killed.close();
    }

    @Test
    void aTakenPortIsNamed() {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory.resolve("other"), redis.port()))
                    .hasMessage("port %d is taken by another process; set --redis-port or stop it", redis.port());
        }
    }
}
