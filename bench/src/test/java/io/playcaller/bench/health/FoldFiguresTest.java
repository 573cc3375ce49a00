package io.playcaller.bench.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldFiguresTest {

    private static final Stretch WARM_UP = new Stretch(300_000, 30, 90, 90, 90);
    private static final Stretch SERVICE = new Stretch(1_000_000, 20, 10, 12, 3);
    private static final Stretch PEER = new Stretch(500_000, 40, 20, 0, 10);

    @Test
    void anEventCostsItsShareOfEachProcess() {
        assertThat(SERVICE.processMicros()).isEqualTo(10);
        assertThat(SERVICE.postgresMicros()).isEqualTo(12);
        assertThat(SERVICE.brokerMicros()).isEqualTo(3);
        assertThat(SERVICE.microsInAll()).isEqualTo(25);
        assertThat(SERVICE.eventsPerSecond()).isEqualTo(50_000);
        assertThat(SERVICE.eventsPerCpuSecond()).isEqualTo(100_000);
        assertThat(SERVICE.eventsPerCpuSecondInAll()).isEqualTo(40_000);
    }

    private static FoldFigures of(Stretch counted) {
        return new FoldFigures("one of them", WARM_UP, counted, 1 << 20, null);
    }

    @Test
    void aRatioComparesEventWithEvent() {
        HealthFigures figures =
                new HealthFigures(new HealthLoad(1_200_000, 100, false, 8), 1_300_000, 100, 7, of(SERVICE), of(PEER));

        assertThat(figures.ratioOfProcesses()).isEqualTo(4);
        assertThat(figures.ratioInAll()).isEqualTo(2.4);
    }
}
