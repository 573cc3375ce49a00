package io.playcaller.forecast.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.Driver;
import io.playcaller.contracts.forecast.Interval;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.memory.ForecastBridge;
import io.playcaller.forecast.engine.memory.Standing.Decided;
import io.playcaller.forecast.memory.Bridge.Item;
import io.playcaller.forecast.memory.Bridge.Step;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BridgeSumsTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 15);
    private static final Instant THEN = Instant.parse("2026-10-01T00:10:00Z");
    private static final ForecastBridge QUARTER =
            new ForecastBridge(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 1));

    @Test
    void contractsOfAGroupAddUpAndTheBridgeCloses() {
        List<Item> items = sums(
                BridgeBy.SEGMENT,
                contract("c1", "EUR", day(forecast("c1", "EUR", 880_000)), day(forecast("c1", "EUR", 700_000))),
                contract("c2", "EUR", day(forecast("c2", "EUR", 880_000)), decided(0)),
                contract("c3", "EUR", nothing(), day(forecast("c3", "EUR", 880_000))));

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.group()).isEqualTo("smb");
            assertThat(item.before()).isEqualTo(176_000);
            assertThat(item.after()).isEqualTo(158_000);
            assertThat(item.steps())
                    .containsExactly(
                            new Step("new-contract", null, null, 88_000, 1),
                            new Step("probability", "base-rate", null, -18_000, 1),
                            new Step("lost", null, null, -88_000, 1));
        });
    }

    @Test
    void aContractThatIsPaidInAnotherCurrencyLeavesOneAndComesToTheOther() {
        List<Item> items = sums(
                BridgeBy.WHOLE,
                contract("c1", "EUR", day(forecast("c1", "EUR", 880_000)), day(forecast("c1", "USD", 880_000))));

        assertThat(items).extracting(Item::currency).containsExactly("EUR", "USD");
        assertThat(items).extracting(Item::after).containsExactly(0L, 88_000L);
    }

    @Test
    void aTermThatNobodyClosedCountsAsItWasDecidedThoughItIsForecastAsBefore() {
        RenewalForecast ahead = forecast("c1", "EUR", 880_000);
        Instant later = DUE.plusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant();
        DayInMemory wentOn = new DayInMemory(ahead, later, new Decided(DUE, 100_000));

        List<Item> items = sums(BridgeBy.WHOLE, contract("c1", "EUR", day(ahead), wentOn));

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.after()).isEqualTo(100_000);
            assertThat(item.steps()).containsExactly(new Step("renewed", null, null, 12_000, 1));
        });
    }

    @Test
    void ofManyGroupsThoseThatChangedMostAreShown() {
        List<Item> items = itemsOf(
                1,
                contract("c1", "EUR", day(forecast("c1", "EUR", 880_000)), day(forecast("c1", "EUR", 870_000))),
                contract("c2", "EUR", day(forecast("c2", "EUR", 880_000)), day(forecast("c2", "EUR", 300_000))));

        assertThat(items).extracting(Item::group).containsExactly("c2");
    }

    private static List<Item> sums(BridgeBy by, RememberedContract... contracts) {
        BridgeSums sums = new BridgeSums(by);
        List.of(contracts).forEach(contract -> contract.changes(QUARTER).forEach(sums::add));
        return sums.items(100);
    }

    private static List<Item> itemsOf(int most, RememberedContract... contracts) {
        BridgeSums sums = new BridgeSums(BridgeBy.CONTRACT);
        List.of(contracts).forEach(contract -> contract.changes(QUARTER).forEach(sums::add));
        return sums.items(most);
    }

    private static RememberedContract contract(String id, String currency, DayInMemory before, DayInMemory after) {
        Traits traits = new Traits("smb", By.UNKNOWN, By.UNKNOWN, By.UNKNOWN, By.UNKNOWN);
        return new RememberedContract(id, "a1", currency, traits, before, after, List.of());
    }

    private static DayInMemory nothing() {
        return new DayInMemory(null, null, null);
    }

    private static DayInMemory decided(long kept) {
        return new DayInMemory(null, null, new Decided(DUE, kept));
    }

    private static DayInMemory day(@Nullable RenewalForecast forecast) {
        return new DayInMemory(forecast, THEN, null);
    }

    private static RenewalForecast forecast(String id, String currency, int renews) {
        return new RenewalForecast(
                id,
                "a1",
                THEN,
                DUE,
                null,
                new Money(100_000, currency),
                renews,
                0,
                0,
                Category.BEST_CASE,
                List.of(),
                List.of(new Driver("base-rate", null, renews, "Of all contracts")),
                new Interval(0, 100_000, 100_000),
                "prior-1");
    }
}
