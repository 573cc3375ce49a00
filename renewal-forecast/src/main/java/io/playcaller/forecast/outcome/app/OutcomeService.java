package io.playcaller.forecast.outcome.app;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.config.OutcomeConfig;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.review.SaveRates;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.engine.review.Turns;
import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.outcome.Loss;
import io.playcaller.forecast.outcome.ReferenceCount;
import io.playcaller.forecast.outcome.SaveTable;
import io.playcaller.forecast.outcome.ScoreAccuracy;
import io.playcaller.forecast.outcome.ScoreAccuracy.Judged;
import io.playcaller.forecast.outcome.TimeToValue;
import io.playcaller.forecast.outcome.Waits;
import io.playcaller.forecast.outcome.Waits.Cohort;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of contracts and customers, computed anew when asked, on a worker thread. */
@ApplicationScoped
public class OutcomeService {

    private final OutcomeFacts facts;
    private final SaveRule saveRule;
    private final OutcomeConfig config;
    private final int gapDays;

    OutcomeService(OutcomeFacts facts, SaveRule saveRule, OutcomeConfig config, RetentionDefinition definition) {
        this.facts = facts;
        this.saveRule = saveRule;
        this.config = config;
        this.gapDays = definition.reactivationGapDays();
    }

    /** Today, by business time. */
    public Uni<LocalDate> today() {
        return facts.today();
    }

    /** What was saved in the period, by reason. */
    public Uni<SaveTable> saves(LocalDate from, LocalDate until) {
        return saveItems(from, until).map(items -> SaveTable.of(SaveRates.of(items), from, until, saveRule));
    }

    /** The contracts behind {@link #saves}, of all reasons or of one. */
    public Uni<List<SaveTable.Case>> cases(LocalDate from, LocalDate until, @Nullable Reason reason) {
        return saveItems(from, until).map(items -> SaveTable.cases(items, reason));
    }

    /** The losses of the period, newest first, with their reviews and what was known before. */
    public Uni<List<Loss>> losses(LocalDate from, LocalDate until) {
        return facts.today()
                .chain(today -> turns(from, today).chain(turns -> losses(turns, new Period(from, until), today)));
    }

    /** Judged among all turns of their contracts: a review is about the loss before it, whatever period is asked for. */
    private Uni<List<Loss>> losses(List<Turn> turns, Period period, LocalDate today) {
        List<Turn> asked = turns.stream()
                .filter(turn -> turn.lost() > 0 && period.contains(turn.on()))
                .toList();
        Loss.Terms terms = new Loss.Terms(config.reviewDays(), today);
        return facts.lossReviews()
                .chain(reviews -> facts.knownBefore(asked, config.knownDays())
                        .map(known -> Loss.of(turns, reviews, known, terms).stream()
                                .filter(loss -> period.contains(loss.on()))
                                .toList()));
    }

    private record Period(LocalDate from, LocalDate until) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** How long the customers who began in {@code cohort} took to a milestone, as it was known on {@code asOf}, which is not after today. */
    public Uni<TimeToValue> timeToValue(@Nullable String milestone, Cohort cohort, LocalDate asOf) {
        String key = milestone == null ? config.firstValue() : milestone;
        return Uni.combine()
                .all()
                .unis(facts.contracts(), facts.reached(key), facts.segments())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> TimeToValue.of(
                        Waits.of(known.getItem1(), known.getItem2(), known.getItem3(), cohort, asOf),
                        key,
                        cohort,
                        asOf));
    }

    /** Adoption by segment on a day. */
    public Uni<Adoption> adoption(LocalDate day) {
        return facts.adoption(day).map(Adoption::of);
    }

    /** Who may be named to others on a day. */
    public Uni<ReferenceCount> references(LocalDate day) {
        return facts.references()
                .chain(references -> facts.contracts().map(known -> ReferenceCount.of(references, known, day)));
    }

    /** How well the score foretold the turns of the period. */
    public Uni<ScoreAccuracy> accuracy(LocalDate from, LocalDate until, int daysBefore) {
        return facts.today()
                .chain(today -> turns(from, until, today).chain(turns -> {
                    List<Turn> decided = turns.stream().filter(Turn::decides).toList();
                    return facts.knownBefore(decided, daysBefore)
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .map(known -> ScoreAccuracy.of(judged(decided, known), daysBefore));
                }));
    }

    private static List<Judged> judged(List<Turn> turns, List<KnownBefore> known) {
        Map<List<Object>, HealthView> scores = new HashMap<>();
        known.forEach(it -> {
            if (it.health() != null) {
                scores.put(List.of(it.contractId(), it.on()), it.health());
            }
        });
        return turns.stream()
                .flatMap(turn -> Stream.ofNullable(scores.get(List.<Object>of(turn.contractId(), turn.on())))
                        .map(health -> new Judged(turn.accountId(), health.score(), turn.after() > 0)))
                .toList();
    }

    private Uni<List<SaveRates.Item>> saveItems(LocalDate from, LocalDate until) {
        Period period = new Period(from, until);
        return facts.today()
                .chain(today -> facts.terms(from)
                        .chain(terms -> Uni.combine()
                                .all()
                                .unis(facts.contracts(), facts.riskEpisodes())
                                .asTuple()
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(known -> SaveRates.items(
                                        Turns.of(known.getItem1(), terms, gapDays, today).stream()
                                                .filter(turn -> period.contains(turn.on()))
                                                .toList(),
                                        known.getItem2(),
                                        known.getItem1().accounts(),
                                        saveRule))));
    }

    private Uni<List<Turn>> turns(LocalDate from, LocalDate until, LocalDate today) {
        Period period = new Period(from, until);
        return turns(from, today)
                .map(turns -> turns.stream()
                        .filter(turn -> period.contains(turn.on()))
                        .toList());
    }

    /** All that the register tells, and what outcomes alone tell since {@code from}. */
    private Uni<List<Turn>> turns(LocalDate from, LocalDate today) {
        return facts.terms(from)
                .chain(terms -> facts.contracts()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(contracts -> Turns.of(contracts, terms, gapDays, today)));
    }
}
