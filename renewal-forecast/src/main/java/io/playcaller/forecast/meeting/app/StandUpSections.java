package io.playcaller.forecast.meeting.app;

import io.playcaller.forecast.meeting.Agenda;
import io.playcaller.forecast.meeting.BridgeSections;
import io.playcaller.forecast.meeting.Faces;
import io.playcaller.forecast.meeting.ForecastSections;
import io.playcaller.forecast.meeting.OutcomeSections;
import io.playcaller.forecast.meeting.RevenueSections;
import io.playcaller.forecast.meeting.ReviewSection;
import io.playcaller.forecast.meeting.Section;
import io.playcaller.forecast.meeting.WorkSections;
import io.playcaller.forecast.memory.Bridge;
import io.playcaller.forecast.memory.BridgeBy;
import io.playcaller.forecast.memory.app.BridgeService;
import io.playcaller.forecast.outcome.app.OutcomeService;
import io.playcaller.forecast.portfolio.Quarter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the weekly stand-up and the monthly council look at: what changed since the one before. */
@ApplicationScoped
public class StandUpSections {

    private final MeetingReads reads;
    private final ContractsAtRisk contracts;
    private final BridgeService bridges;
    private final OutcomeService outcomes;

    StandUpSections(MeetingReads reads, ContractsAtRisk contracts, BridgeService bridges, OutcomeService outcomes) {
        this.reads = reads;
        this.contracts = contracts;
        this.bridges = bridges;
        this.outcomes = outcomes;
    }

    Uni<List<Section>> weekly(Agenda agenda, Faces faces) {
        return all(List.of(
                forecasts(agenda, faces),
                one(reads.risks(agenda.sinceMorning(), agenda.until()).map(risks -> WorkSections.risks(risks, faces))),
                one(reads.faults(agenda.until()).map(faults -> WorkSections.faults(faults, faces))),
                one(reads.overdue(agenda.until()).map(tasks -> WorkSections.overdue(tasks, agenda, faces))),
                one(overdueReviews(agenda, faces)),
                one(reads.renewalMoves(agenda.sinceMorning(), agenda.until())
                        .map(moves -> WorkSections.renewals(moves, faces))),
                one(reads.stageMoves(agenda.sinceMorning(), agenda.until())
                        .map(moves -> WorkSections.stages(moves, faces))),
                one(reads.opportunities().map(chances -> RevenueSections.expansion(chances, agenda, faces)))));
    }

    Uni<List<Section>> monthly(Agenda agenda, Faces faces) {
        return all(List.of(
                forecasts(agenda, faces),
                one(contracts.now().map(now -> ForecastSections.risks(now, faces))),
                one(losses(agenda)),
                one(reads.risks(agenda.sinceMorning(), agenda.until()).map(WorkSections::risksByReason)),
                one(reads.faults(agenda.until()).map(faults -> WorkSections.faults(faults, faces))),
                one(reads.overdue(agenda.until()).map(tasks -> WorkSections.overdue(tasks, agenda, faces))),
                one(overdueReviews(agenda, faces)),
                one(reads.opportunities().map(chances -> RevenueSections.expansion(chances, agenda, faces)))));
    }

    private Uni<List<Section>> forecasts(Agenda agenda, Faces faces) {
        Quarter runs = Quarter.of(agenda.day());
        return bridge(agenda, runs)
                .chain(first -> bridge(agenda, runs.next())
                        .map(second -> BridgeSections.of(
                                agenda,
                                Stream.of(first, second)
                                        .flatMap(Optional::stream)
                                        .toList(),
                                faces)));
    }

    private Uni<Optional<Bridge>> bridge(Agenda agenda, Quarter quarter) {
        return bridges.bridge(
                new BridgeService.Asked(agenda.since(), agenda.day(), quarter, BridgeBy.CONTRACT, Integer.MAX_VALUE));
    }

    private Uni<Section> losses(Agenda agenda) {
        return outcomes.losses(agenda.since(), agenda.day()).map(OutcomeSections::losses);
    }

    private Uni<Section> overdueReviews(Agenda agenda, Faces faces) {
        return outcomes.losses(agenda.day().minusDays(ReviewSection.DAYS), agenda.day())
                .map(losses -> ReviewSection.of(losses, agenda, faces));
    }

    private static Uni<List<Section>> one(Uni<Section> section) {
        return section.map(List::of);
    }

    /** One after the other: each reads the store by itself. */
    static Uni<List<Section>> all(List<Uni<List<Section>>> parts) {
        Uni<List<Section>> all = Uni.createFrom().item(List.of());
        for (Uni<List<Section>> part : parts) {
            all = all.chain(before -> part.map(next -> {
                List<Section> both = new ArrayList<>(before);
                both.addAll(next);
                return both;
            }));
        }
        return all;
    }
}
