package io.playcaller.router.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.router.attention.Verdict.AtOnce;
import io.playcaller.router.attention.Verdict.InDigest;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.delivery.person.TaskSteps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionTest {

    static final AttentionPolicy POLICY =
            new AttentionPolicy(3, LocalTime.of(8, 30), LocalTime.of(18, 0), LocalTime.of(8, 0));

    private final Attention london = new Attention(POLICY, TaskSteps.uk());

    @Test
    void theFourthInterruptionOfADayWaits() {
        Instant now = at("2026-03-02T11:00");

        assertThat(london.decide(Press.NORMAL, 2, now)).isEqualTo(new AtOnce(true, "Interruption 3 of 3 today."));
        assertThat(london.decide(Press.NORMAL, 3, now))
                .isEqualTo(new InDigest("Interrupted 3 times today already; the next digest says it."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T07:59:59", "2026-03-02T18:00", "2026-03-02T23:30"})
    void theQuietHoursAreThoseOfTheReadersZone(String local) {
        assertThat(london.decide(Press.NORMAL, 0, at(local)).because()).startsWith("Quiet from 18:00 to 08:00");
    }

    @Test
    void aDayOffIsQuietAsAWhole() {
        assertThat(london.decide(Press.NORMAL, 0, at("2026-04-03T11:00")).because())
                .startsWith("No working day (Good Friday)");
        Attention away = new Attention(
                POLICY,
                TaskSteps.uk().without(List.of(new DayRange(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)))));
        assertThat(away.decide(Press.NORMAL, 0, at("2026-03-02T11:00")).because())
                .startsWith("No working day (away)");
    }

    @Test
    void whatIsCriticalIsToldAtNightAndIsNotCounted() {
        assertThat(london.decide(Press.CRITICAL, 99, at("2026-03-01T03:00")))
                .isEqualTo(new AtOnce(false, "It is critical: told at once."));
    }

    @Test
    void onTheDaysOnWhichTheClocksChangeTheDigestIsDueAtHalfPastEightLocally() {
        Attention everyDay = new Attention(
                POLICY,
                new BusinessCalendar(
                        "every-day",
                        TaskSteps.uk().zone(),
                        TaskSteps.always().week(),
                        Map.of(),
                        TaskSteps.uk().day()));

        // Forward on 29 March: 08:30 is 07:30 UTC from that day on; back on 25 October.
        assertThat(everyDay.digestDue(Instant.parse("2026-03-28T08:29:59Z"))).isEmpty();
        assertThat(everyDay.digestDue(Instant.parse("2026-03-28T08:30:00Z"))).contains(LocalDate.of(2026, 3, 28));
        assertThat(everyDay.digestDue(Instant.parse("2026-03-29T07:29:59Z"))).isEmpty();
        assertThat(everyDay.digestDue(Instant.parse("2026-03-29T07:30:00Z"))).contains(LocalDate.of(2026, 3, 29));
        assertThat(everyDay.digestDue(Instant.parse("2026-10-25T08:29:59Z"))).isEmpty();
        assertThat(everyDay.digestDue(Instant.parse("2026-10-25T08:30:00Z"))).contains(LocalDate.of(2026, 10, 25));
    }

    @Test
    void aDigestIsDueOnWorkingDaysUntilTheQuietBegins() {
        assertThat(london.digestDue(at("2026-03-02T17:59"))).contains(LocalDate.of(2026, 3, 2));
        assertThat(london.digestDue(at("2026-03-02T18:00"))).isEmpty();
        assertThat(london.digestDue(at("2026-03-01T09:00"))).as("a Sunday").isEmpty();
    }

    @Test
    void theSameOverTwoConnectorsIsOneInterruption() {
        UUID task = UUID.randomUUID();
        List<Waiting> waiting = List.of(
                new Waiting(UUID.randomUUID(), task, 1, Press.NORMAL),
                new Waiting(UUID.randomUUID(), task, 1, Press.NORMAL),
                new Waiting(UUID.randomUUID(), task, 2, Press.NORMAL));

        Round round = Round.of(waiting, london, 2, at("2026-03-02T11:00"));

        assertThat(round.told()).isEqualTo(3);
        assertThat(round.decided())
                .extracting(one -> one.verdict() instanceof AtOnce)
                .containsExactly(true, true, false);
    }

    @Test
    void aPolicyWhoseDigestWouldComeInTheQuietIsRefused() {
        assertThatThrownBy(() -> new AttentionPolicy(3, LocalTime.of(7, 0), LocalTime.of(18, 0), LocalTime.of(8, 0)))
                .hasMessageContaining("must stand in this order");
    }

    private Instant at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), london.calendar().zone())
                .toInstant();
    }
}
