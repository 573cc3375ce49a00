package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate open = Gate.open(new Pace(4, 10, 20), Duration.ZERO);

    @Test
    void asManyGoAtOnceAsTheToolBears() {
        assertThat(open.allows(Duration.ofSeconds(1))).isEqualTo(4);
    }

    @Test
    void aToolThatHasHadEnoughIsLeftAloneForAsLongAsItSays() {
        Gate asked = open.ended(Receipt.of(429, Optional.of(Duration.ofSeconds(7))), Duration.ofSeconds(1));

        assertThat(asked.allows(Duration.ofSeconds(7))).isZero();
        assertThat(asked.closedFor(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(1));
        assertThat(asked.allows(Duration.ofSeconds(8))).isEqualTo(4);
    }

    @Test
    void aShorterWishDoesNotCutALongerOneShort() {
        Gate asked = open.ended(Receipt.of(429, Optional.of(Duration.ofMinutes(5))), Duration.ZERO)
                .ended(Receipt.of(429, Optional.of(Duration.ofSeconds(1))), Duration.ZERO);

        assertThat(asked.closedFor(Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aToolThatWantsWaitingForEverIsAskedAgainAfterADay() {
        Gate asked = open.ended(Receipt.of(429, Optional.of(Duration.ofDays(11))), Duration.ZERO);

        assertThat(asked.closedFor(Duration.ZERO)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void messagesThatTheToolWillNotTakeDoNotMakeItUnwell() {
        Gate gate = open;
        for (int i = 0; i < 10; i++) {
            gate = gate.ended(Receipt.of(400, Optional.empty()), Duration.ZERO);
        }

        assertThat(gate.allows(Duration.ZERO)).isEqualTo(4);
    }

    @Test
    void aToolThatFailsOrIsSilentIsLeftAlone() {
        Gate gate = open;
        for (int i = 0; i < 5; i++) {
            gate = gate.ended(new Receipt.Failed("no answer within 15000 ms"), Duration.ZERO);
        }

        assertThat(gate.allows(Duration.ofSeconds(4))).isZero();
        assertThat(gate.closedFor(Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
    }
}
