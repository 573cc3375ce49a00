package io.playcaller.router.digital;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.RetryLadder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final SendResult LOST = new SendResult.Lost("no answer");

    @Test
    void aMailWhoseAnswerWasLostIsNotSentAgainAndACallOfTrackIs() {
        assertThat(of(ChannelKind.MAIL, 1, LOST).state()).isEqualTo("lost");
        assertThat(of(ChannelKind.MAIL, 1, LOST).isOver()).isTrue();
        assertThat(of(ChannelKind.TRACK, 1, LOST).state()).isEqualTo("waiting");
        assertThat(of(ChannelKind.TRACK, 1, LOST).again()).contains(Duration.ofSeconds(5));
    }

    @Test
    void whatWasSurelyNotTakenGoesByTheLadderAndByWhatTheReceiverAsksFor() {
        SendResult asked = new SendResult.NotTaken("answered with 429", Optional.of(Duration.ofMinutes(2)));

        assertThat(of(ChannelKind.MAIL, 1, asked).again()).contains(Duration.ofMinutes(2));
        assertThat(of(ChannelKind.MAIL, 2, asked).again()).contains(Duration.ofMinutes(5));
        assertThat(of(ChannelKind.MAIL, 10, asked).state()).isEqualTo("failed");
        assertThat(of(ChannelKind.MAIL, 10, asked).isOver()).isTrue();
    }

    @Test
    void whatArrivedBouncedOrIsRefusedIsOver() {
        assertThat(of(ChannelKind.MAIL, 1, new SendResult.Sent()))
                .isEqualTo(new Settlement("sent", null, null, Optional.empty()));
        assertThat(of(ChannelKind.MAIL, 1, new SendResult.Bounced("no such user"))
                        .state())
                .isEqualTo("bounced");
        assertThat(of(ChannelKind.TRACK, 1, new SendResult.Refused("answered with 400"))
                        .state())
                .isEqualTo("failed");
    }

    private static Settlement of(ChannelKind channel, int attempts, SendResult result) {
        return Settlement.of(channel, attempts, result, RetryLadder::after);
    }
}
