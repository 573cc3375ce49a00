package io.playcaller.router.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChannelPaceTest {

    private final ChannelPace pace = new ChannelPace();

    @Test
    void aChannelGetsOneMessageASecondAndOthersDoNotWaitForIt() {
        assertThat(pace.next("C1", seconds(0))).isZero();
        assertThat(pace.next("C1", seconds(0))).isEqualTo(seconds(1));
        assertThat(pace.next("C2", seconds(0))).isZero();
        assertThat(pace.next("C1", seconds(1))).isZero();
    }

    @Test
    void thoseThatWaitAskAgainOneAfterTheOtherAndNobodyLaterThanInTenSeconds() {
        pace.next("C1", seconds(0));

        assertThat(pace.next("C1", seconds(0))).isEqualTo(seconds(1));
        assertThat(pace.next("C1", seconds(0))).isEqualTo(seconds(2));
        for (int waiting = 0; waiting < 20; waiting++) {
            pace.next("C1", seconds(0));
        }
        assertThat(pace.next("C1", seconds(0))).isEqualTo(seconds(10));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
