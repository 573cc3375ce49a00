package io.playcaller.forecast.intake.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredTimeTest {

    @Test
    void aTimeThatATableCanHoldStaysAsItIs() {
        Instant time = Instant.parse("2026-03-01T09:00:00.123456Z");

        assertThat(StoredTime.of(time).toInstant()).isEqualTo(time);
    }

    @Test
    void aTimeBeyondWhatATableCanHoldStandsAtItsEnd() {
        assertThat(StoredTime.of(Instant.MIN)).hasToString("0001-01-01T00:00Z");
        assertThat(StoredTime.of(Instant.MAX)).hasToString("9999-12-31T00:00Z");
    }

    @Test
    void noTimeIsNone() {
        assertThat(StoredTime.orNull(null)).isNull();
    }
}
