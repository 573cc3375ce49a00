package io.playcaller.router.play;

import io.playcaller.router.digital.DigitalMessage;
import io.playcaller.router.sla.SlaTargets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work of a play.
 *
 * @param key stable within its play; of a play of one step that of the play
 * @param tiers in which it happens; empty means in every tier of the play
 * @param owner role that gets its task
 * @param ownerByTier other owners, by tier
 * @param needs keys of earlier steps that must be over before
 * @param when the branch that it stands on; null for a step of every run
 * @param escalation name of a ladder; null when nobody above is told
 * @param minutes estimated work
 * @param message what a digital step says; null for one of ours, and in runs that began before there was any
 */
public record PlayStep(
        String key,
        String title,
        String ask,
        Set<String> tiers,
        String owner,
        Map<String, String> ownerByTier,
        StepKind kind,
        StepStart start,
        List<String> needs,
        @Nullable Branch when,
        SlaTargets sla,
        Map<String, SlaTargets> slaByTier,
        @Nullable String escalation,
        int minutes,
        @Nullable DigitalMessage message) {

    public PlayStep {
        tiers = Set.copyOf(tiers);
        ownerByTier = Map.copyOf(ownerByTier);
        needs = List.copyOf(needs);
        slaByTier = Map.copyOf(slaByTier);
    }

    public String ownerIn(@Nullable String tier) {
        return tier == null ? owner : ownerByTier.getOrDefault(tier, owner);
    }

    /** Whether it happens on an account of this tier; null for what concerns no account. */
    public boolean isFor(@Nullable String tier) {
        return tiers.isEmpty() || (tier != null && tiers.contains(tier));
    }

    /** Whether the start of a run is all that it waits for. */
    public boolean opensRun() {
        return needs.isEmpty() && start.opensRun();
    }
}
