package io.playcaller.forecast.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastSectionsTest {

    private static final Faces FACES = new Faces(Map.of("acme", "Acme"), Map.of("acme", "ada"));

    @Test
    void ofEachCurrencyWhatLosesMostMoneyComesFirst() {
        Section risks = ForecastSections.risks(
                List.of(
                        new ContractAtRisk(
                                "won", "acme", new Money(100_000_000, "KRW"), 0, Category.LOST, "manager", null),
                        new ContractAtRisk(
                                "low", "acme", new Money(900_00, "EUR"), 500_00, Category.AT_RISK, "model", 550_000),
                        new ContractAtRisk("high", "acme", new Money(600_00, "EUR"), 0, Category.AT_RISK, "csm", null)),
                FACES);

        assertThat(risks.rows())
                .extracting(Object::toString)
                .containsExactly(
                        "[high, Acme, ada, at-risk, csm, EUR, 60000, 60000, null]",
                        "[low, Acme, ada, at-risk, model, EUR, 90000, 40000, 0.5500]",
                        "[won, Acme, ada, lost, manager, KRW, 100000000, 100000000, null]");
    }
}
