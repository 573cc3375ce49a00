package io.playcaller.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.bench.forecast.PortfolioService.Totals;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.Terms;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ForecastBenchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    @Test
    void everyRoundForecastsTheWholePortfolio() throws IOException {
        WholeFigures figures = new ForecastBench(step -> {}).whole(200, 3);

        assertThat(figures.contractsMillis()).isPositive().isLessThanOrEqualTo(figures.wholeMillis());
        assertThat(figures.wholeMillis()).isLessThanOrEqualTo(figures.slowestMillis());
    }

    @Test
    void theServiceIsToldTheContractsThatAreForecastWhole() {
        for (ContractSituation situation : BookOfBusiness.of(50, TODAY)) {
            ContractRecord told =
                    BookOfBusiness.contract(situation.terms(), situation.terms().arr(), 1);

            assertThat(Terms.of(told, situation.today(), told.lines().get(0).arr(), null))
                    .isEqualTo(situation.terms());
        }
    }

    @Test
    void aChangeIsInWhenWhatIsDueAndWhatIsInForceHaveIt() throws IOException {
        JsonNode answer = WireJson.mapper().readTree("""
                {"items": [{"arrDue": {"minor": 100}, "arrInForce": {"minor": 900}},
                           {"arrDue": {"minor": 30}, "arrInForce": {"minor": 900}}]}""");

        assertThat(Totals.of(answer)).isEqualTo(new Totals(130, 900));
        assertThat(Totals.of(answer).plus(7)).isEqualTo(new Totals(137, 907));
    }
}
