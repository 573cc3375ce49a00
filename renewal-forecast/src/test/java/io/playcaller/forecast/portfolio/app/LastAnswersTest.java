package io.playcaller.forecast.portfolio.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Renewal;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import io.playcaller.forecast.portfolio.Renewals;
import io.playcaller.forecast.portfolio.Target;
import io.playcaller.forecast.portfolio.app.LastAnswers.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LastAnswersTest {

    private static final Question WHOLE = question(By.WHOLE, 4);
    private static final Renewals BOOK = new Renewals(LocalDate.of(2026, 11, 22), List.of(), List.of());

    private final LastAnswers kept = new LastAnswers();
    private int computed;

    @Test
    void theSameQuestionOfTheSameContractsIsComputedOnce() {
        ask(WHOLE, BOOK);
        ask(question(By.SEGMENT, 4), BOOK);
        ask(WHOLE, BOOK.with(List.of(), Set.of()));

        assertThat(computed).isEqualTo(2);
    }

    @Test
    void aContractThatChangedIsInTheNextAnswer() {
        ask(WHOLE, BOOK);
        ask(WHOLE, BOOK.with(List.of(renewal()), Set.of()));
        ask(WHOLE, BOOK);

        assertThat(computed).isEqualTo(3);
    }

    @Test
    void otherQuartersTargetsOrIntervalsAreAnotherQuestion() {
        Target target = new Target(
                "2026-Q4", By.ALL, "EUR", 1, new BigDecimal("0.9"), null, "ops@playcaller.test", Instant.EPOCH);

        ask(WHOLE, BOOK);
        ask(question(By.WHOLE, 5), BOOK);
        ask(new Question(By.WHOLE, 5, List.of(target), 0.25), BOOK);
        ask(new Question(By.WHOLE, 5, List.of(target), 0.5), BOOK);

        assertThat(computed).isEqualTo(4);
    }

    @Test
    void thatThereAreTooManyIsKeptToo() {
        assertThat(kept.answer(WHOLE, BOOK, Optional::empty)).isEmpty();

        assertThat(ask(WHOLE, BOOK)).isEmpty();
        assertThat(computed).isZero();
    }

    private Optional<List<Figures>> ask(Question question, Renewals renewals) {
        return kept.answer(question, renewals, () -> {
            computed++;
            return Optional.of(List.of());
        });
    }

    private static Question question(By by, int quarters) {
        return new Question(by, quarters, List.of(), 0.25);
    }

    private static Renewal renewal() {
        return new Renewal(
                "c1",
                "a1",
                LocalDate.of(2026, 12, 1),
                Category.BEST_CASE,
                "EUR",
                new ContractOutlook(100, 880_000, 0, 0),
                Traits.unknown());
    }
}
