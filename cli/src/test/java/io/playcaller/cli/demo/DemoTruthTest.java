package io.playcaller.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.model.in.ModelFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the truth of the demo says is what the engine says of its facts, on whatever day somebody tries it. */
class DemoTruthTest {

    private static final HealthEngine ENGINE =
            new HealthEngine(ModelFolder.read("", Optional.empty()).model());

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-04T15:00:00Z", "2026-08-23T09:30:00Z", "2027-01-01T00:01:00Z"})
    void theCompanyMakesFireWhatItShouldAndNothingElse(String now) {
        DemoCompany company = company(Instant.parse(now));

        Verdict verdict =
                Verdict.of(company.truth(), DemoFold.fired(ENGINE, company, Instant.parse(now), company.accounts()));

        assertThat(verdict.lines()).last().isEqualTo("All as it should be.");
    }

    @Test
    void soDoesAPartOfIt() {
        Instant now = Instant.parse("2026-03-04T15:00:00Z");
        DemoCompany part = new DemoCompany(DemoRun.SEED, now, Duration.ZERO, 60);

        Verdict verdict = Verdict.of(part.truth(), DemoFold.fired(ENGINE, part, now, part.accounts()));

        assertThat(verdict.lines()).last().isEqualTo("All as it should be.");
    }

    @Test
    void whoIsBusyAtTheTurnOfTheMonthIsNotToldOfOnAnyDayOfAYear() {
        Instant first = Instant.parse("2026-01-01T18:00:00Z");
        for (int day = 0; day < 365; day += 2) {
            Instant now = first.plus(Duration.ofDays(day));
            DemoCompany company = company(now);
            List<DemoAccount> seasonal = company.accounts().stream()
                    .filter(account -> account.persona() == Persona.SEASONAL)
                    .toList();

            assertThat(DemoFold.fired(ENGINE, company, now, seasonal))
                    .as(now.toString())
                    .filteredOn(one -> !one.accountId().isEmpty())
                    .extracting(Verdict.Fired::reason)
                    .isSubsetOf(Reason.EXP_VALUE_PROVEN);
        }
    }

    private static DemoCompany company(Instant now) {
        return new DemoCompany(DemoRun.SEED, now, Duration.ZERO, DemoCompany.WHOLE);
    }
}
