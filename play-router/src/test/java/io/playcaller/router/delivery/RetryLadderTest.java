package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryLadderTest {

    @Test
    void waitsGrowAndEnd() {
        assertThat(RetryLadder.after(1, Optional.empty())).contains(Duration.ofSeconds(5));
        assertThat(RetryLadder.after(2, Optional.empty())).contains(Duration.ofMinutes(5));
        assertThat(RetryLadder.after(9, Optional.empty())).contains(Duration.ofHours(24));
        assertThat(RetryLadder.after(10, Optional.empty())).isEmpty();
    }

    @Test
    void aReceiverMayAskForALongerWaitButNotForAShorterOne() {
        assertThat(RetryLadder.after(1, Optional.of(Duration.ofMinutes(2)))).contains(Duration.ofMinutes(2));
        assertThat(RetryLadder.after(2, Optional.of(Duration.ofSeconds(1)))).contains(Duration.ofMinutes(5));
    }

    @Test
    void statusesMeanWhatStandardWebhooksSays() {
        assertThat(Receipt.of(204, Optional.empty())).isInstanceOf(Receipt.Taken.class);
        assertThat(Receipt.of(302, Optional.empty())).isInstanceOf(Receipt.Failed.class);
        assertThat(Receipt.of(410, Optional.empty())).isInstanceOf(Receipt.Gone.class);
        assertThat(Receipt.of(503, Optional.of(Duration.ofSeconds(9))))
                .isEqualTo(
                        new Receipt.Failed(Optional.of(503), "answered with 503", Optional.of(Duration.ofSeconds(9))));
    }
}
