package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a renewal: how it stands, what is wrong with how it is worked, and which signals hold. A function of what is
 * known and the day, so that what an outage missed follows from the next look.
 */
public record RenewalReview(RenewalProcess process) {

    private static final String CSM = "csm";

    /** How {@code renewal} stands at {@code now}. */
    public Standing of(RenewalCase renewal, Instant now) {
        RenewalFacts facts = renewal.facts(process, now);
        StageRule rule = process.rule(facts.stage());
        String owner = owner(renewal, rule);
        boolean over = renewal.isOver(process.signals().dueAfter());
        CheckpointLook checkpoints = over || isBound(renewal)
                ? CheckpointLook.none()
                : CheckpointLook.of(process.checkpoints(), renewal.account().tier(), renewal.decidedOn(), facts);
        String disagreement = process.disagreement().of(facts.calls()).orElse(null);
        List<Fault> faults = over ? List.of() : faults(renewal, facts, owner, checkpoints);
        List<WantedSignal> signals = over
                ? List.of()
                : new RenewalSignals(process.signals(), renewal)
                        .wanted(facts.calls(), checkpoints, disagreement, faults);
        return new Standing(
                facts.stage(),
                rule.owner(),
                owner,
                renewal.decidedOn(),
                facts.calls(),
                checkpoints,
                renewal.account().work().stream()
                        .filter(Work::open)
                        .map(Work::play)
                        .distinct()
                        .sorted()
                        .toList(),
                disagreement,
                faults,
                signals);
    }

    private List<Fault> faults(
            RenewalCase renewal, RenewalFacts facts, @Nullable String owner, CheckpointLook checkpoints) {
        List<Fault> faults = new ArrayList<>();
        if (facts.calls().finalCall().category() == Category.AT_RISK) {
            if (plan(renewal).isEmpty()) {
                faults.add(new Fault(FaultCode.AT_RISK_NO_PLAY, "at risk, and no play against a risk is open"));
            }
            if (owner == null) {
                faults.add(new Fault(FaultCode.AT_RISK_NO_OWNER, "at risk, and nobody owns it"));
            }
        }
        Checkpoint passed = checkpoints.passed();
        if (passed != null && checkpoints.missed().isPresent()) {
            faults.add(new Fault(
                    FaultCode.CHECKPOINT_MISSED,
                    "%s of %s: %s"
                            .formatted(
                                    passed.key(),
                                    passed.day(renewal.decidedOn()),
                                    String.join("; ", checkpoints.missing()))));
        }
        return List.copyOf(faults);
    }

    private Optional<Work> plan(RenewalCase renewal) {
        LocalDate today = renewal.situation().today();
        return renewal.account().work().stream()
                .filter(work -> work.isPlan(today, process.signals().planHolds()))
                .findFirst();
    }

    private @Nullable String owner(RenewalCase renewal, StageRule rule) {
        var owners = renewal.account().owners();
        String holder = owners.getOrDefault(rule.owner(), owners.get(CSM));
        return holder != null
                ? holder
                : renewal.account().work().stream()
                        .filter(work -> work.isPlan(
                                renewal.situation().today(), process.signals().planHolds()))
                        .map(Work::assignee)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isBound(RenewalCase renewal) {
        Terms terms = renewal.situation().terms();
        return terms.bound(renewal.situation().today());
    }
}
