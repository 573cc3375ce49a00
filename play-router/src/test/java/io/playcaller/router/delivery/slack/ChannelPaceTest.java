package io.playcaller.router.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChannelPaceTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final ChannelPace pace = new ChannelPace();

    @Test
    void aChannelGetsOneMessageASecondAndOthersDoNotWaitForIt() {
        assertThat(pace.next("C1", seconds(0), LONGEST)).contains(seconds(0));
        assertThat(pace.next("C1", seconds(0), LONGEST)).contains(seconds(1));
        assertThat(pace.next("C2", seconds(0), LONGEST)).contains(seconds(0));
        assertThat(pace.next("C1", seconds(3), LONGEST)).contains(seconds(0));
    }

    @Test
    void whoWouldWaitTooLongTakesNoTurn() {
        for (int turn = 0; turn < 3; turn++) {
            pace.next("C1", seconds(0), LONGEST);
        }

        assertThat(pace.next("C1", seconds(0), LONGEST)).isEmpty();
        assertThat(pace.next("C1", seconds(1), LONGEST)).contains(seconds(2));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
