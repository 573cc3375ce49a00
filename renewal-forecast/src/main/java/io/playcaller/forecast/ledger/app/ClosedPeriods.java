package io.playcaller.forecast.ledger.app;

import io.playcaller.forecast.engine.ledger.MissingRate;
import io.playcaller.forecast.ledger.Restatement;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What closed periods said, and what would be said of them now. Neither is ever changed. */
public interface ClosedPeriods {

    /** Since when there is a ledger here, and the day of the last look. */
    record Days(LocalDate since, LocalDate lookedOn) {}

    /** A place in the list of restatements. */
    record After(LocalDate foundOn, LocalDate from, String definition) {}

    Uni<Days> days();

    /** Says that all of {@code today} was looked at. */
    Uni<Void> looked(LocalDate today);

    /** What was said when the period was closed; empty while it is not. */
    Uni<Optional<Retention>> find(RetentionQuestion question);

    /** What was said of it last: in its newest restatement, else when it was closed. */
    Uni<Optional<Retention>> newest(RetentionQuestion question);

    /** Closes periods; what is closed stays as it is. */
    Uni<Void> close(List<RetentionQuestion> questions, List<Retention> answers);

    Uni<Void> restate(RetentionQuestion question, LocalDate foundOn, Retention before, Retention after);

    /** Newest first. */
    Uni<List<Restatement>> restatements(@Nullable After after, int limit);

    /** Of all items about missing rates exactly these remain. */
    Uni<Void> missing(List<MissingRate> missing);
}
