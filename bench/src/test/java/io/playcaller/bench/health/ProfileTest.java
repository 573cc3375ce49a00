package io.playcaller.bench.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.bench.health.Profile.Counts;
import io.playcaller.bench.health.Profile.Share;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

    @TempDir
    Path directory;

    @Test
    void theTenThatWereSeenMostWithTheirShareOfAll() {
        Counts counts = new Counts();
        for (int method = 1; method <= 12; method++) {
            for (int i = 0; i < method; i++) {
                counts.see("method-" + method);
            }
        }

        assertThat(counts.all()).isEqualTo(78);
        assertThat(counts.most()).hasSize(10).startsWith(new Share("method-12", 100 * 12 / 78.0));
        assertThat(counts.most()).extracting(Share::name).doesNotContain("method-1", "method-2");
    }

    /** Looks at this process, which counts up sums meanwhile: for two seconds of its own, however long others keep it waiting. */
    @Test
    @Timeout(300)
    void whatAProcessOfThisMachineDoesIsSeen() throws Exception {
        FlightRecording recording = new FlightRecording(ProcessHandle.current().pid(), directory, "self");

        recording.begins();
        long sum = 0;
        for (long until = cpuNanos() + 2_000_000_000L; cpuNanos() < until; ) {
            sum += sum(sum);
        }
        recording.ends();
        Profile profile = recording.profile();

        assertThat(sum).isNotZero();
        assertThat(profile.samples()).isGreaterThan(10);
        assertThat(profile.ours()).extracting(Share::name).contains("io.playcaller.bench.health.ProfileTest.sum");
        assertThat(Files.readString(directory.resolve("self.stacks")))
                .contains(";" + ProfileTest.class.getName() + ".sum");
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long sum(long seed) {
        CRC32 crc = new CRC32();
        for (int i = 0; i < 100_000; i++) {
            crc.update((int) (seed + i));
        }
        return crc.getValue();
    }
}
