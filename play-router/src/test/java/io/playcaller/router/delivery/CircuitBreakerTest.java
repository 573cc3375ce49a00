package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.CircuitBreaker.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Duration START = Duration.ofMinutes(10);

    private final CircuitBreaker open = failing(CircuitBreaker.CLOSED, 5, START);

    @Test
    void fourFailuresInARowStopNothing() {
        CircuitBreaker four = failing(CircuitBreaker.CLOSED, 4, START);

        assertThat(four.allows(16, START)).isEqualTo(16);
        assertThat(failing(four.succeeded(), 4, START).state(START)).isEqualTo(State.CLOSED);
    }

    @Test
    void theFifthLeavesTheToolAlone() {
        assertThat(open.allows(16, START.plusSeconds(4))).isZero();
        assertThat(open.state(START.plusSeconds(4))).isEqualTo(State.OPEN);
    }

    @Test
    void afterThePauseOneProbeGoes() {
        assertThat(open.state(START.plusSeconds(5))).isEqualTo(State.HALF_OPEN);
        assertThat(open.allows(16, START.plusSeconds(5))).isEqualTo(1);
    }

    @Test
    void aProbeThatFailsDoublesThePauseAndOneThatGetsThroughEndsIt() {
        Duration probed = START.plusSeconds(5);

        assertThat(open.failed(probed).until()).isEqualTo(probed.plusSeconds(10));
        assertThat(open.succeeded().allows(16, probed)).isEqualTo(16);
    }

    @Test
    void whatWasStillUnderWayWhenItOpenedPutsNothingOff() {
        assertThat(open.failed(START.plusSeconds(1)).until()).isEqualTo(open.until());
    }

    @Test
    void anHourDownIsAskedAboutEveryTwoMinutesInTheEnd() {
        CircuitBreaker breaker = open;
        int probes = 0;
        while (breaker.until().compareTo(START.plusHours(1)) < 0) {
            breaker = breaker.failed(breaker.until());
            probes++;
        }

        assertThat(breaker.pause()).isEqualTo(Duration.ofMinutes(2));
        assertThat(probes).isBetween(30, 36);
    }

    private static CircuitBreaker failing(CircuitBreaker from, int times, Duration now) {
        CircuitBreaker breaker = from;
        for (int i = 0; i < times; i++) {
            breaker = breaker.failed(now);
        }
        return breaker;
    }
}
