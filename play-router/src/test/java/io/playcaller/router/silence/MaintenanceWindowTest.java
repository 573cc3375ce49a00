package io.playcaller.router.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.Signals;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.calendar.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaintenanceWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Matchers DROPS = new Matchers(Map.of(Trait.REASON, Set.of("usage.drop")), Map.of());

    @Test
    void itHoldsFromItsOpeningUntilItsClosingByTheClocksOfItsZone() {
        MaintenanceWindow sundays = weekly(DayOfWeek.SUNDAY, "02:00", "06:00");

        assertThat(sundays.until(at("2026-03-01T00:59:59Z"))).isEmpty();
        assertThat(sundays.until(at("2026-03-01T01:00:00Z"))).contains(at("2026-03-01T05:00:00Z"));
        assertThat(sundays.until(at("2026-03-01T05:00:00Z"))).isEmpty();
        assertThat(sundays.until(at("2026-03-02T03:00:00Z"))).isEmpty();
    }

    @Test
    void aNightWithoutItsThirdHourClosesByTheClockOnTheWall() {
        MaintenanceWindow sundays = weekly(DayOfWeek.SUNDAY, "01:00", "04:00");

        // 01:30 local on the day on which 02:00 becomes 03:00.
        assertThat(sundays.until(at("2026-03-29T00:30:00Z"))).contains(at("2026-03-29T02:00:00Z"));
    }

    @Test
    void anHourThatComesTwiceEndsAfterNow() {
        MaintenanceWindow sundays = weekly(DayOfWeek.SUNDAY, "01:00", "02:45");

        // 02:30 local for the second time, on the day on which 03:00 becomes 02:00.
        assertThat(sundays.until(at("2026-10-25T01:30:00Z"))).contains(at("2026-10-25T01:45:00Z"));
    }

    @Test
    void daysAreWholeAndTheLastIsIncluded() {
        MaintenanceWindow freeze = new MaintenanceWindow(
                "year-end",
                "Nobody is there.",
                DROPS,
                false,
                BERLIN,
                Map.of(),
                List.of(new DayRange(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 1))));

        assertThat(freeze.until(at("2026-12-23T22:59:59Z"))).isEmpty();
        assertThat(freeze.until(at("2026-12-23T23:00:00Z"))).contains(at("2027-01-01T23:00:00Z"));
        assertThat(freeze.until(at("2027-01-01T23:00:00Z"))).isEmpty();
    }

    @Test
    void allThatItSaysMustHold() {
        Matchers matchers = new Matchers(
                Map.of(Trait.REASON, Set.of("usage.drop", "usage.silent"), Trait.FAMILY, Set.of("usage")),
                Map.of(Trait.TIER, Set.of("enterprise")));

        assertThat(matchers.hold(Signals.of("a").build(), "usage-drop")).isTrue();
        assertThat(matchers.hold(Signals.of("a").tier("enterprise").build(), "usage-drop"))
                .isFalse();
        assertThat(matchers.hold(Signals.of("a").reason(Reason.COM_PRICE).build(), "usage-drop"))
                .isFalse();
        assertThat(new Matchers(Map.of(Trait.PLAY, Set.of("kickoff")), Map.of())
                        .hold(Signals.of("a").build(), "usage-drop"))
                .isFalse();
        assertThat(new Matchers(
                                Map.of(Trait.ACCOUNT, Set.of("a"), Trait.KIND, Set.of("risk")),
                                Map.of(Trait.SEVERITY, Set.of("low")))
                        .hold(Signals.of("a").build(), "usage-drop"))
                .isTrue();
    }

    private static MaintenanceWindow weekly(DayOfWeek day, String from, String until) {
        Shift shift = new Shift(LocalTime.parse(from), LocalTime.parse(until));
        return new MaintenanceWindow(
                "nights", "It loads.", DROPS, false, BERLIN, Map.of(day, List.of(shift)), List.of());
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
