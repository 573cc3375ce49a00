package io.playcaller.health.engine.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stages of a customer's life, by first match: the first of the list that has begun and is not over.
 *
 * @param list the last one applies whenever no other does
 * @param anewAfterDays who comes back after so many days without a contract begins anew: what was reached before is not asked
 */
public record StageRules(List<StageRule> list, int anewAfterDays) {

    public StageRules {
        list = List.copyOf(list);
        Require.range("anewAfterDays", anewAfterDays, 1, 100_000);
        Require.that(!list.isEmpty(), "stages", "there must be one at least");
        StageRule last = list.get(list.size() - 1);
        Require.that(
                last.enter() instanceof StageEntry.Otherwise && last.exit() == null,
                "stages",
                "the last must apply whenever no other does, so that every account is in one");
        Set<String> names = new HashSet<>();
        list.forEach(stage -> Require.that(names.add(stage.name()), "stages", "`" + stage.name() + "` is there twice"));
        for (StageRule stage : list) {
            yields(stage, list);
        }
    }

    private static void yields(StageRule stage, List<StageRule> list) {
        String other = stage.exit() == null ? null : stage.exit().yieldsTo();
        boolean near = list.stream()
                .anyMatch(one -> one.name().equals(other) && one.enter() instanceof StageEntry.RenewalNear);
        Require.that(
                other == null || near,
                "stages",
                "`" + stage.name() + "` yields to `" + other + "`, which is no stage that begins near the renewal");
    }

    public Set<String> names() {
        return list.stream().map(StageRule::name).collect(Collectors.toSet());
    }

    public Optional<StageRule> named(String name) {
        return list.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** Whether the stage of that name is onboarding, whatever it is called: the first that milestones end. */
    public boolean onboards(String stage) {
        for (StageRule rule : list) {
            if (rule.exit() != null) {
                return rule.name().equals(stage);
            }
        }
        return false;
    }

    /** The milestones that end onboarding; none without such a stage. */
    public List<String> onboardingExit() {
        for (StageRule stage : list) {
            if (stage.exit() != null) {
                return stage.exit().milestones();
            }
        }
        return List.of();
    }

    /** The milestone that stands for an objective which the customer confirms: the first that begins a stage; empty without one. */
    public String objective() {
        for (StageRule stage : list) {
            if (stage.enter() instanceof StageEntry.Reached reached) {
                return reached.milestones().get(0);
            }
        }
        return "";
    }
}
