package io.playcaller.bench.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessCpuTest {

    @Test
    void ownAndEndedChildrensTimesAreAddedWhateverTheNameIs() {
        String stat = "4711 (postgres: (x) y) S 1 4711 4711 0 -1 4194560 1 2 3 4 150 50 7 3 20 0 1 0 99 1 2";

        assertThat(ProcessCpu.parse(stat)).isEqualTo(Duration.ofMillis(2_100));
    }

    @Test
    void thePeakIsSaidInKilobytes() throws IOException {
        assertThat(ProcessCpu.parsePeak("Name:\tjava\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\n"))
                .isEqualTo(2L << 20);
        assertThatThrownBy(() -> ProcessCpu.parsePeak("Name:\tjava\n")).isInstanceOf(IOException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatWorksNeedsMore() throws IOException {
        long self = ProcessHandle.current().pid();
        Duration before = ProcessCpu.of(self);
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (ProcessCpu.of(self).compareTo(before) <= 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }

        assertThat(ProcessCpu.of(self)).isGreaterThan(before);
        assertThat(ProcessCpu.peakBytes(self)).isGreaterThan(1L << 20);
    }
}
