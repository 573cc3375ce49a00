package io.playcaller.forecast.meeting.app;

import io.playcaller.forecast.config.OutcomeConfig;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.playcaller.forecast.ledger.app.LedgerService;
import io.playcaller.forecast.meeting.Agenda;
import io.playcaller.forecast.meeting.Faces;
import io.playcaller.forecast.meeting.ForecastSections;
import io.playcaller.forecast.meeting.OutcomeSections;
import io.playcaller.forecast.meeting.RevenueSections;
import io.playcaller.forecast.meeting.Section;
import io.playcaller.forecast.memory.app.AccuracyService;
import io.playcaller.forecast.memory.app.NotClosedYet;
import io.playcaller.forecast.outcome.app.OutcomeService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The board's page: the last quarter that is over, and how it was foretold; each figure from who answers for it. */
@ApplicationScoped
public class BoardSections {

    private final MeetingReads reads;
    private final ContractsAtRisk contracts;
    private final LedgerService ledger;
    private final OutcomeService outcomes;
    private final AccuracyService accuracy;
    private final NotClosedYet notClosed;
    private final int knownDays;

    BoardSections(
            MeetingReads reads,
            ContractsAtRisk contracts,
            LedgerService ledger,
            OutcomeService outcomes,
            AccuracyService accuracy,
            NotClosedYet notClosed,
            OutcomeConfig config) {
        this.reads = reads;
        this.contracts = contracts;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.accuracy = accuracy;
        this.notClosed = notClosed;
        this.knownDays = config.knownDays();
    }

    Uni<List<Section>> quarterly(Agenda agenda, Faces faces) {
        return StandUpSections.all(List.of(
                one(actual(agenda)),
                one(bridge(agenda)),
                one(contracts.now().map(now -> ForecastSections.risks(now, faces))),
                losses(agenda, faces),
                one(outcomes.saves(agenda.quarter(), agenda.quarterEnd()).map(OutcomeSections::saves)),
                one(reads.opportunities().map(chances -> RevenueSections.expansion(chances, agenda, faces)))));
    }

    private Uni<Section> actual(Agenda agenda) {
        return accuracy.of(agenda.quarter(), agenda.quarterEnd())
                .chain(closed -> notClosed
                        .of(agenda.quarter(), agenda.quarterEnd())
                        .map(others -> OutcomeSections.actual(closed, others)));
    }

    private Uni<Section> bridge(Agenda agenda) {
        Period quarter = new Period(agenda.quarter(), agenda.quarterEnd());
        return ledger.retention(new RetentionQuestion(quarter, ledger.definition(), null), false)
                .map(RevenueSections::bridge);
    }

    private Uni<List<Section>> losses(Agenda agenda, Faces faces) {
        return outcomes.losses(agenda.quarter(), agenda.quarterEnd())
                .map(losses ->
                        List.of(OutcomeSections.losses(losses), OutcomeSections.green(losses, knownDays, faces)));
    }

    private static Uni<List<Section>> one(Uni<Section> section) {
        return section.map(List::of);
    }
}
