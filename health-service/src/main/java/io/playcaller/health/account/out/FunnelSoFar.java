package io.playcaller.health.account.out;

import io.playcaller.contracts.Money;
import io.playcaller.health.account.Funnel;
import io.playcaller.health.account.FunnelStep;
import io.playcaller.health.account.FunnelStep.Days;
import io.playcaller.health.engine.model.StageEntry;
import io.playcaller.health.engine.model.StageRule;
import io.playcaller.health.engine.model.StageRules;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the groups of one query together: for each step a group of all its accounts, and one for each currency. */
final class FunnelSoFar {

    private record Place(String stage, @Nullable String waitsFor) {}

    private final StageRules rules;
    private final List<Row> whole = new ArrayList<>();
    private final Map<Place, List<Money>> arr = new HashMap<>();
    private @Nullable Instant at;

    FunnelSoFar(StageRules rules) {
        this.rules = rules;
    }

    void add(Row group) {
        OffsetDateTime reckonedAt = group.getOffsetDateTime("reckoned_at");
        at = reckonedAt == null ? null : reckonedAt.toInstant();
        String currency = group.getString("arr_currency");
        if (group.getBoolean("whole")) {
            whole.add(group);
        } else if (currency != null) {
            arr.computeIfAbsent(place(group), none -> new ArrayList<>())
                    .add(new Money(group.getLong("arr_minor"), currency));
        }
    }

    Funnel funnel() {
        List<FunnelStep> steps = whole.stream()
                .map(this::step)
                .sorted(Comparator.comparingInt((FunnelStep step) -> stageIndex(step.stage()))
                        .thenComparing(FunnelStep::stage)
                        .thenComparingInt(step -> milestoneIndex(step.waitsFor()))
                        .thenComparing(step -> step.waitsFor() == null ? "" : step.waitsFor()))
                .toList();
        return new Funnel(at, steps);
    }

    private FunnelStep step(Row group) {
        Place place = place(group);
        StageRule rule = rules.named(place.stage()).orElse(null);
        return new FunnelStep(
                place.stage(),
                rule == null ? null : rule.owner(),
                place.waitsFor(),
                group.getLong("accounts"),
                arr.getOrDefault(place, List.of()).stream()
                        .sorted(Comparator.comparing(Money::currency))
                        .toList(),
                new Days(
                        group.getDouble("median").longValue(),
                        group.getDouble("p90").longValue()),
                group.getLong("beyond_target"),
                group.getLong("stalled"),
                rule == null || rule.stall() == null ? null : rule.stall().reason());
    }

    private int stageIndex(String stage) {
        List<String> names = rules.list().stream().map(StageRule::name).toList();
        return names.contains(stage) ? names.indexOf(stage) : names.size();
    }

    private int milestoneIndex(@Nullable String milestone) {
        List<String> order = new ArrayList<>();
        for (StageRule rule : rules.list()) {
            order.addAll(rule.exit() == null ? List.of() : rule.exit().milestones());
            order.addAll(rule.enter() instanceof StageEntry.Reached reached ? reached.milestones() : List.of());
        }
        return milestone == null || !order.contains(milestone) ? order.size() : order.indexOf(milestone);
    }

    private static Place place(Row group) {
        return new Place(group.getString("stage"), group.getString("waits_for"));
    }
}
