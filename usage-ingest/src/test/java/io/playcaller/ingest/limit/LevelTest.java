package io.playcaller.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelTest {

    @Test
    void itRisesAtSeventyAndNinetyPercentAndFallsWhenHalfIsFree() {
        assertThat(Level.FINE.after(0.69)).isEqualTo(Level.FINE);
        assertThat(Level.FINE.after(0.7)).isEqualTo(Level.HIGH);
        assertThat(Level.HIGH.after(0.9)).isEqualTo(Level.CRITICAL);
        assertThat(Level.FINE.after(1.5)).isEqualTo(Level.CRITICAL);
        assertThat(Level.CRITICAL.after(0.6)).isEqualTo(Level.CRITICAL);
        assertThat(Level.CRITICAL.after(0.49)).isEqualTo(Level.FINE);
    }
}
