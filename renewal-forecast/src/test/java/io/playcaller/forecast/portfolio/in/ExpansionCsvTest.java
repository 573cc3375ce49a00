package io.playcaller.forecast.portfolio.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.ExpansionFigures;
import io.playcaller.forecast.portfolio.GrowthWork;
import io.playcaller.forecast.portfolio.Holding;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import io.playcaller.forecast.portfolio.Renewals;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpansionCsvTest {

    @Test
    void aQuarterWithoutATargetHasEmptyCellsAndSaysWhy() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        Holding decided = new Holding(
                "c1",
                "acme",
                "EUR",
                0,
                false,
                List.of(new Holding.Decided(today.minusDays(9), 100, 90, 120)),
                Traits.unknown());

        String csv = ExpansionCsv.of(
                new ExpansionFigures(By.WHOLE, List.of(), new GrowthWork(List.of(), Set.of("acme"), Set.of()))
                        .of(new Renewals(today, List.of(), List.of(decided)), 1, "prior"));

        assertThat(csv.lines().toList().get(0))
                .startsWith("quarter,by,group,currency,")
                .endsWith(",blank");
        assertThat(csv.lines().toList().get(1))
                .isEqualTo("2026-Q4,none,all,EUR,prior,100,90,,,30,0,0,0,0,0,1,0,,,no-target");
    }
}
