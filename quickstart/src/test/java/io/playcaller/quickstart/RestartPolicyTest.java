package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    @Test
    void pausesGrowFromHalfASecondToHalfAMinute() {
        assertThat(RestartPolicy.pause(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(RestartPolicy.pause(3)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RestartPolicy.pause(7)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RestartPolicy.pause(1_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aSoundRunStartsTheCountAnew() {
        assertThat(RestartPolicy.deaths(5, Duration.ofSeconds(3))).isEqualTo(6);
        assertThat(RestartPolicy.deaths(5, Duration.ofMinutes(2))).isEqualTo(1);
    }
}
