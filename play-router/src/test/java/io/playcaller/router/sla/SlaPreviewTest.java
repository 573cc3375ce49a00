package io.playcaller.router.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.TestRules;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaPreview.ClockPath;
import io.playcaller.router.sla.SlaPreview.Day;
import io.playcaller.router.sla.SlaPreview.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A critical drop of usage on Christmas Eve at half past four in London. */
class SlaPreviewTest {

    private static final Instant CHRISTMAS_EVE = Instant.parse("2026-12-24T16:30:00Z");

    private final RouterRules rules = TestRules.read();

    @Test
    void thePathSaysOfEachDayWhatCountedAndWhyNothingDid() {
        ClockPath accept = clock(Clock.ACCEPT, List.of());

        assertThat(accept.dueAt()).isEqualTo("2026-12-29T10:30:00Z");
        assertThat(accept.calendar()).isEqualTo("uk");
        assertThat(accept.path())
                .containsExactly(
                        day("2026-12-24", 30, 30, null),
                        day("2026-12-25", 0, 30, "Christmas"),
                        day("2026-12-26", 0, 30, "Boxing Day"),
                        day("2026-12-27", 0, 30, "no hours"),
                        day("2026-12-28", 0, 30, "Boxing Day (observed)"),
                        day("2026-12-29", 90, 120, null));
    }

    @Test
    void aPauseMovesWhatIsDueAndStandsOnThePath() {
        Pause pause = new Pause(
                Instant.parse("2026-12-29T09:15:00Z"),
                Instant.parse("2026-12-30T12:00:00Z"),
                PauseReason.WAITING_FOR_CUSTOMER);

        ClockPath accept = clock(Clock.ACCEPT, List.of(pause));

        assertThat(accept.dueAt()).isEqualTo("2026-12-30T13:15:00Z");
        assertThat(accept.path().subList(5, 7))
                .containsExactly(
                        day("2026-12-29", 15, 45, "waiting-for-customer"),
                        day("2026-12-30", 75, 120, "waiting-for-customer"));
    }

    @Test
    void everyClockThatRunsIsThereAndAllItsTimeIsOnThePath() {
        List<ClockPath> clocks = preview(List.of());

        assertThat(clocks)
                .extracting(ClockPath::clock)
                .containsExactly(Clock.ACCEPT, Clock.FIRST_TOUCH, Clock.UPDATE, Clock.COMPLETE, Clock.GIVE_UP);
        assertThat(clocks)
                .allSatisfy(clock -> assertThat(
                                clock.path().get(clock.path().size() - 1).total())
                        .isEqualTo(clock.target()));
    }

    private ClockPath clock(Clock clock, List<Pause> pauses) {
        return preview(pauses).stream()
                .filter(path -> path.clock() == clock)
                .findFirst()
                .orElseThrow();
    }

    private List<ClockPath> preview(List<Pause> pauses) {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaCase of = new SlaCase(play.key(), Severity.CRITICAL, "enterprise", "b2b", "adoption");
        return new SlaPreview(rules.policyOf(play, of), rules.calendars().of("uk"), pauses).from(CHRISTMAS_EVE);
    }

    private static Day day(String date, int minutes, int total, String why) {
        return new Day(LocalDate.parse(date), Duration.ofMinutes(minutes), Duration.ofMinutes(total), why);
    }
}
