package io.playcaller.forecast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.ledger.Grain;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedQuartersTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Period FIRST = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));

    @Test
    void aQuarterIsClosedSoManyDaysAfterItsEnd() {
        assertThat(closedOn("2026-04-15").get(0)).isEqualTo(FIRST.quarterBefore());
        assertThat(closedOn("2026-04-16").get(0)).isEqualTo(FIRST);
        assertThat(closedOn("2026-04-16")).hasSize(ClosedQuarters.LOOKED_AT);
    }

    @Test
    void whatEndedBeforeTheServiceWasThereIsNeverClosed() {
        LocalDate today = LocalDate.of(2026, 5, 1);

        assertThat(ClosedQuarters.on(today, LocalDate.of(2026, 3, 31), 15)).containsExactly(FIRST);
        assertThat(ClosedQuarters.on(today, LocalDate.of(2026, 4, 1), 15)).isEmpty();
    }

    @Test
    void everyGrainRuleAndDimensionIsKeptOnce() {
        List<RetentionQuestion> questions = ClosedQuarters.questions(FIRST, RetentionDefinition.defaults());

        // Three grains and two currency rules, each whole and by four dimensions, lines also by product.
        assertThat(questions)
                .hasSize(3 * 2 * 5 + 2)
                .extracting(RetentionQuestion::key)
                .doesNotHaveDuplicates()
                .contains("line/constant/product", "parent/each-by-itself/whole");
        assertThat(questions)
                .filteredOn(question -> question.by() == Dimension.PRODUCT)
                .allMatch(question -> question.definition().grain() == Grain.LINE);
    }

    private static List<Period> closedOn(String day) {
        return ClosedQuarters.on(LocalDate.parse(day), LONG_AGO, 15);
    }
}
