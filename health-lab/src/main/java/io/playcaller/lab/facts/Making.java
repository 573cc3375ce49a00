package io.playcaller.lab.facts;

import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.lab.rows.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row becomes. */
public sealed interface Making {

    /** What is wrong with a row's value; empty when it will do. */
    default Optional<String> fault(Row row) {
        return Optional.empty();
    }

    /**
     * Meaningful use by the account's one person.
     *
     * @param feature null: what the {@code *} of the type stands for
     * @param counted whether the value says how many times; else once
     */
    record Usage(@Nullable String feature, boolean counted) implements Making {

        @Override
        public Optional<String> fault(Row row) {
            return counted ? whole(row, 1, Integer.MAX_VALUE) : Optional.empty();
        }
    }

    /**
     * The k-th such row of an account is when its k-th {@code milestone} is due: at the end of a date.
     *
     * @param known how long before it is due the account's plan has it; never before the account's first row
     * @param valued whether how well it is reached is told: 0 until then
     */
    record MilestoneDue(String milestone, Duration known, boolean valued) implements Making {}

    /**
     * The k-th such row of an account reaches its k-th {@code milestone}. Of a valued one the value is how well, 0 to 100; any
     * other says that nobody knows.
     *
     * @param valueAfter how long after that its value is known
     */
    record MilestoneReached(String milestone, Duration valueAfter) implements Making {}

    /** A ticket that is opened; the value is after how many hours it is solved, none when it never is. */
    record Ticket(TicketSeverity severity) implements Making {

        @Override
        public Optional<String> fault(Row row) {
            BigDecimal hours = row.value();
            return hours == null || hours.signum() >= 0
                    ? Optional.empty()
                    : Optional.of("must be the hours until the ticket was solved, is " + hours);
        }
    }

    /** An answer to a survey; the value is its score. */
    record Survey(SurveyKind survey) implements Making {

        @Override
        public Optional<String> fault(Row row) {
            return survey == SurveyKind.NPS ? whole(row, 0, 10) : whole(row, 1, 5);
        }
    }

    /** Somebody of ours and the account's one person met. */
    record Touch(TouchKind kind) implements Making {}

    /**
     * A contract that starts; the value is its ARR in whole units of the mapping's currency.
     *
     * @param months its length
     * @param seats paid seats; 0 when it is not sold by seat
     */
    record Contract(int months, int seats) implements Making {

        @Override
        public Optional<String> fault(Row row) {
            BigDecimal arr = row.value();
            return arr != null && arr.signum() >= 0
                    ? Optional.empty()
                    : Optional.of("must be the ARR of the contract, is " + (arr == null ? "empty" : arr));
        }
    }

    /** Nothing that says anything about health. */
    record Nothing() implements Making {}

    private static Optional<String> whole(Row row, int min, int max) {
        BigDecimal value = row.value();
        boolean fits = value != null
                && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(min)) >= 0
                && value.compareTo(BigDecimal.valueOf(max)) <= 0;
        return fits
                ? Optional.empty()
                : Optional.of("must be a whole number from %d to %d, is %s"
                        .formatted(min, max, value == null ? "empty" : value.toPlainString()));
    }
}
