package io.playcaller.forecast.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.Driver;
import io.playcaller.contracts.forecast.Interval;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.memory.BridgeStep.Cause;
import io.playcaller.forecast.engine.memory.Standing.Decided;
import io.playcaller.forecast.engine.memory.Standing.Open;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastBridgeTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 15);
    private static final ForecastBridge QUARTER = new ForecastBridge(FIRST, LocalDate.of(2027, 1, 1));

    @Test
    void aDriverIsNamedWithItsReason() {
        Open before = open(DUE, 100_000, 880_000, base(880_000));
        Open after = open(
                DUE,
                100_000,
                600_000,
                base(880_000),
                new Driver("risk-usage", Reason.USAGE_DROP, -280_000, "Usage fell"));

        assertThat(QUARTER.steps(before, after))
                .containsExactly(new BridgeStep(Cause.PROBABILITY, "risk-usage", Reason.USAGE_DROP, -28_000));
    }

    @Test
    void anotherModelIsOneStepWhateverItsDriversSay() {
        Open before = open(DUE, 100_000, 880_000, base(880_000));
        Open after = new Open(forecast(DUE, 100_000, 700_000, "fitted-3", base(700_000)), null);

        assertThat(QUARTER.steps(before, after)).containsExactly(BridgeStep.of(Cause.MODEL_VERSION, -18_000));
    }

    @Test
    void whatWasDecidedIsTakenAgainstWhatWasExpected() {
        Open before = open(DUE, 100_000, 880_000, base(880_000));

        assertThat(QUARTER.steps(before, new Decided(DUE, 100_000)))
                .containsExactly(BridgeStep.of(Cause.RENEWED, 12_000));
        assertThat(QUARTER.steps(before, new Decided(DUE, 0))).containsExactly(BridgeStep.of(Cause.LOST, -88_000));
        assertThat(QUARTER.steps(new Decided(DUE, 0), new Decided(DUE, 40_000)))
                .containsExactly(BridgeStep.of(Cause.RESTATED, 40_000));
    }

    @Test
    void aRenewalThatMovesIntoTheNextQuarterLeavesWhole() {
        Open before = open(DUE, 100_000, 880_000, base(880_000));
        Open after = open(LocalDate.of(2027, 1, 1), 150_000, 900_000, base(900_000));

        assertThat(QUARTER.steps(before, after)).containsExactly(BridgeStep.of(Cause.DATE_MOVED, -88_000));
    }

    @Test
    void aJudgementIsBesideTheModelAndHasAStepOfItsOwn() {
        Open before = open(DUE, 100_000, 880_000, base(880_000));
        Open after = new Open(before.forecast(), 0L);

        assertThat(QUARTER.steps(before, after)).containsExactly(BridgeStep.of(Cause.JUDGEMENT, -88_000));
    }

    @Property(tries = 500)
    void theStepsSumToTheChangeToTheCent(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        Standing before = any(random);
        Standing after = any(random);

        long sum = QUARTER.steps(before, after).stream()
                .mapToLong(BridgeStep::minor)
                .sum();

        assertThat(sum).isEqualTo(QUARTER.figure(after) - QUARTER.figure(before));
    }

    private static @Nullable Standing any(Random random) {
        LocalDate renewalOn = FIRST.plusDays(random.nextInt(140) - 20);
        int kind = random.nextInt(5);
        if (kind == 0) {
            return null;
        }
        if (kind == 1) {
            return new Decided(renewalOn, random.nextInt(3) * 12_345L);
        }
        int renews = 1_000 + random.nextInt(998_000);
        List<Driver> drivers = new ArrayList<>();
        int left = renews;
        for (String driver : List.of("base-rate", "health", "tenure")) {
            int points = random.nextInt(400_000) - 200_000;
            if (random.nextBoolean()) {
                drivers.add(new Driver(driver, null, points, driver));
                left -= points;
            }
        }
        drivers.add(new Driver("payments", null, left, "the rest"));
        RenewalForecast forecast = forecast(
                renewalOn,
                1 + random.nextInt(10_000_000),
                renews,
                random.nextInt(4) == 0 ? "fitted-1" : "prior-1",
                drivers.toArray(Driver[]::new));
        return new Open(forecast, random.nextInt(3) == 0 ? (long) random.nextInt(1_000_000) : null);
    }

    private static Driver base(int points) {
        return new Driver("base-rate", null, points, "Of all contracts");
    }

    private static Open open(LocalDate renewalOn, long arr, int renews, Driver... drivers) {
        return new Open(forecast(renewalOn, arr, renews, "prior-1", drivers), null);
    }

    private static RenewalForecast forecast(
            LocalDate renewalOn, long arr, int renews, String version, Driver... drivers) {
        return new RenewalForecast(
                "c1",
                "a1",
                Instant.EPOCH,
                renewalOn,
                null,
                new Money(arr, "EUR"),
                renews,
                0,
                0,
                Category.BEST_CASE,
                List.of(),
                List.of(drivers),
                new Interval(0, arr, arr),
                version);
    }
}
