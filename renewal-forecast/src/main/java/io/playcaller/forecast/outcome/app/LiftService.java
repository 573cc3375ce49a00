package io.playcaller.forecast.outcome.app;

import io.playcaller.forecast.config.OutcomeConfig;
import io.playcaller.forecast.engine.lift.ContentLifts;
import io.playcaller.forecast.engine.lift.ContentSpan;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.Look;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.lift.PlayLifts;
import io.playcaller.forecast.engine.lift.ReasonLifts;
import io.playcaller.forecast.outcome.AccountArr;
import io.playcaller.forecast.outcome.LiftTable;
import io.playcaller.forecast.outcome.Looks;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** What plays, and their content, did, computed anew when asked, on a worker thread. */
@ApplicationScoped
public class LiftService {

    /**
     * What a review of plays rests on.
     *
     * @param spans the content that there was, and in which time which play used it
     */
    public record Measured(List<PlayLift> plays, List<PlayLift> content, List<ContentSpan> spans) {}

    private final OutcomeFacts facts;
    private final ContentFacts content;
    private final LiftRule rule;
    private final int quarters;

    LiftService(OutcomeFacts facts, ContentFacts content, LiftRule rule, OutcomeConfig config) {
        this.facts = facts;
        this.content = content;
        this.rule = rule;
        this.quarters = config.lift().quarters();
    }

    /** The lift of every play up to today. */
    public Uni<LiftTable> table() {
        return facts.today().chain(today -> until(today.plusDays(1))).map(lifts -> LiftTable.of(lifts, rule));
    }

    /** The lift of every play up to today, by the reason for it. */
    public Uni<LiftTable> byReason() {
        return facts.today()
                .map(today -> today.plusDays(1))
                .chain(until -> looks(first(until), until))
                .map(looks -> LiftTable.byReason(ReasonLifts.of(looks, rule), rule));
    }

    /** The lift of every play by the looks that count up to {@code until}. */
    public Uni<List<PlayLift>> until(LocalDate until) {
        return looks(first(until), until).map(looks -> PlayLifts.of(looks, rule));
    }

    /** The lift of every play and of its content by the looks that count up to {@code until}. */
    public Uni<Measured> measured(LocalDate until) {
        LocalDate from = first(until);
        return content.spans(from, until)
                .chain(spans -> looks(from, until)
                        .map(looks ->
                                new Measured(PlayLifts.of(looks, rule), ContentLifts.of(looks, spans, rule), spans)));
    }

    /** The first day of some quarter: a window that slid would drop by day what was seen, and no interval holds at every look at that. */
    private LocalDate first(LocalDate until) {
        return until.minusDays(1).with(IsoFields.DAY_OF_QUARTER, 1).minus(quarters, IsoFields.QUARTER_YEARS);
    }

    private Uni<List<Look>> looks(LocalDate from, LocalDate until) {
        return facts.looks(from, until)
                .chain(looks -> facts.contracts()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(contracts -> Looks.of(looks, new AccountArr(contracts))));
    }
}
