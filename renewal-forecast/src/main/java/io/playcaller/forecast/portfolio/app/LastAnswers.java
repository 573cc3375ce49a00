package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Renewals;
import io.playcaller.forecast.portfolio.Target;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The figures that were last computed of the contracts as they were last read, one answer for each dimension: who asks the same again while
 * nothing changed gets the same.
 */
final class LastAnswers {

    /**
     * All that figures depend on beside the contracts.
     *
     * @param deviation of the shock between periods
     */
    record Question(By by, int quarters, List<Target> targets, double deviation) {}

    private record Answer(Question question, Optional<List<Figures>> figures) {}

    private final Map<By, Answer> answers = new EnumMap<>(By.class);
    private @Nullable Renewals of;

    /** What is kept, else what {@code computed} says, which is kept from then on. */
    Optional<List<Figures>> answer(Question question, Renewals renewals, Supplier<Optional<List<Figures>>> computed) {
        Answer kept = kept(question, renewals);
        if (kept != null) {
            return kept.figures();
        }
        Answer answer = new Answer(question, computed.get());
        keep(answer, renewals);
        return answer.figures();
    }

    private synchronized @Nullable Answer kept(Question question, Renewals renewals) {
        Answer answer = renewals.equals(of) ? answers.get(question.by()) : null;
        return answer != null && answer.question().equals(question) ? answer : null;
    }

    private synchronized void keep(Answer answer, Renewals renewals) {
        if (!renewals.equals(of)) {
            answers.clear();
            of = renewals;
        }
        answers.put(answer.question().by(), answer);
    }
}
