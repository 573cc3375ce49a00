package io.playcaller.forecast.outcome.app;

import io.playcaller.forecast.config.OutcomeConfig;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.lift.PlayLifts;
import io.playcaller.forecast.outcome.AccountArr;
import io.playcaller.forecast.outcome.LiftTable;
import io.playcaller.forecast.outcome.Looks;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** What plays did, computed anew when asked, on a worker thread. */
@ApplicationScoped
public class LiftService {

    private final OutcomeFacts facts;
    private final LiftRule rule;
    private final int quarters;

    LiftService(OutcomeFacts facts, LiftRule rule, OutcomeConfig config) {
        this.facts = facts;
        this.rule = rule;
        this.quarters = config.lift().quarters();
    }

    /** The lift of every play up to today. */
    public Uni<LiftTable> table() {
        return facts.today().chain(today -> until(today.plusDays(1))).map(lifts -> LiftTable.of(lifts, rule));
    }

    /**
     * The lift of every play by the looks up to {@code until}, from the first day of some quarter on: a window that slid would drop by day what
     * was seen, and no interval holds at every look at that.
     */
    public Uni<List<PlayLift>> until(LocalDate until) {
        LocalDate from = until.minusDays(1).with(IsoFields.DAY_OF_QUARTER, 1).minus(quarters, IsoFields.QUARTER_YEARS);
        return facts.looks(from, until)
                .chain(looks -> facts.contracts()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(contracts -> PlayLifts.of(Looks.of(looks, new AccountArr(contracts)), rule)));
    }
}
