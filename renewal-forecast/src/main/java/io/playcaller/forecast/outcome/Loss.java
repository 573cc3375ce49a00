package io.playcaller.forecast.outcome;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.forecast.engine.review.Turn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A contract that ended or shrank, and what was found out about it.
 *
 * @param kind {@code full} where nothing of it goes on, else {@code partial}
 * @param state {@code "reviewed"} once it was; before {@code "due"}, and {@code "overdue"} from the day after {@code dueOn}
 * @param dueOn the last day to review it
 * @param reason of the review, else of the day; null when nobody said
 * @param avoidable as the review says, else as the reason does by default; null without a reason
 * @param review null while there is none
 * @param green whether the forecast was a commit or best case so many days before; null where no snapshot is kept
 * @param known what was known then; null where no snapshot is kept
 */
public record Loss(
        String contractId,
        String accountId,
        LocalDate on,
        String kind,
        Money before,
        Money lost,
        String state,
        LocalDate dueOn,
        @Nullable Reason reason,
        @Nullable Boolean avoidable,
        @Nullable LossReviewRecord review,
        @Nullable Boolean green,
        @Nullable KnownBefore known) {

    private static final String REVIEWED = "reviewed";
    private static final String FULL = "full";

    /** What is due when. */
    public record Terms(int reviewDays, LocalDate today) {

        /** The last day to review it. */
        LocalDate dueOn(Turn turn) {
            return turn.on().plusDays(reviewDays);
        }
    }

    /** Whether nobody has reviewed it. */
    public boolean waits() {
        return review == null;
    }

    /** Whether nothing of the contract goes on. */
    public boolean wasFull() {
        return kind.equals(FULL);
    }

    /**
     * The losses among {@code turns}, newest first. A review is about the last loss of its contract that had come by its day, where that was
     * due and no earlier review is about it; else about the last one known by then, which an end is from its notice on. Of two about one
     * loss the higher version counts; one whose day a later version corrects is about none.
     */
    public static List<Loss> of(
            List<Turn> turns, Collection<LossReviewRecord> reviews, Collection<KnownBefore> known, Terms terms) {
        List<Turn> newestFirst = turns.stream()
                .filter(turn -> turn.lost() > 0)
                .sorted(Comparator.comparing(Turn::on).reversed().thenComparing(Turn::contractId))
                .toList();
        Map<Turn, LossReviewRecord> reviewed = reviewed(newestFirst, reviews, terms);
        Map<List<Object>, KnownBefore> byTurn = new HashMap<>();
        known.forEach(it -> byTurn.put(List.of(it.contractId(), it.on()), it));
        return newestFirst.stream()
                .map(turn -> loss(
                        turn, reviewed.get(turn), byTurn.get(List.of(turn.contractId(), (Object) turn.on())), terms))
                .toList();
    }

    private static Map<Turn, LossReviewRecord> reviewed(
            List<Turn> newestFirst, Collection<LossReviewRecord> reviews, Terms terms) {
        Map<String, List<Turn>> byContract = newestFirst.stream().collect(Collectors.groupingBy(Turn::contractId));
        List<LossReviewRecord> corrections =
                reviews.stream().filter(review -> review.corrects() != null).toList();
        Map<Turn, LossReviewRecord> reviewed = new HashMap<>();
        reviews.stream()
                .filter(review -> corrections.stream().noneMatch(other -> other.takesBack(review)))
                .sorted(Comparator.comparing(LossReviewRecord::reviewedOn))
                .forEach(review -> reviewedTurn(
                                byContract.getOrDefault(review.contractId(), List.of()),
                                review.reviewedOn(),
                                reviewed.keySet(),
                                terms)
                        .ifPresent(turn -> reviewed.merge(
                                turn, review, (one, other) -> other.version() >= one.version() ? other : one)));
        return reviewed;
    }

    private static Optional<Turn> reviewedTurn(List<Turn> newestFirst, LocalDate day, Set<Turn> reviewed, Terms terms) {
        return newestFirst.stream()
                .filter(turn -> !turn.on().isAfter(day))
                .findFirst()
                .filter(came -> !reviewed.contains(came) && !day.isAfter(terms.dueOn(came)))
                .or(() -> newestFirst.stream()
                        .filter(turn -> !turn.knownOn().isAfter(day))
                        .max(Comparator.comparing(turn -> turn.on().isAfter(day) ? turn.knownOn() : turn.on())));
    }

    private static Loss loss(Turn turn, @Nullable LossReviewRecord review, @Nullable KnownBefore known, Terms terms) {
        LocalDate dueOn = terms.dueOn(turn);
        Reason reason = review == null ? turn.reason() : review.reason();
        Boolean byDefault = reason == null ? null : (Boolean) reason.avoidable();
        return new Loss(
                turn.contractId(),
                turn.accountId(),
                turn.on(),
                turn.after() == 0 ? FULL : "partial",
                new Money(turn.before(), turn.currency()),
                new Money(turn.lost(), turn.currency()),
                review != null ? REVIEWED : terms.today().isAfter(dueOn) ? "overdue" : "due",
                dueOn,
                reason,
                review == null ? byDefault : (Boolean) review.avoidable(),
                review,
                known == null ? null : (Boolean) known.green(),
                known);
    }
}
