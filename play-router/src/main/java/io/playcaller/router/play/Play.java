package io.playcaller.router.play;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.sla.SlaTargets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What we do about a reason.
 *
 * @param key stable; stands in every task and outcome
 * @param number its place in the default catalogue
 * @param ask what the assignee is asked to do
 * @param reasons that trigger it; each reason triggers one play at most
 * @param tiers in which it runs; empty means everywhere, also for signals that concern no account
 * @param owner role that gets its task
 * @param ownerByTier other owners, by tier
 * @param sla its own targets; empty where the severity's serve
 * @param slaByTier what it states otherwise, by tier
 * @param escalation name of a ladder; null when nobody above is told
 * @param giveUp after which it ends unfinished; null for never
 * @param minutes estimated work
 */
public record Play(
        String key,
        int number,
        String title,
        String ask,
        Set<Reason> reasons,
        Set<String> tiers,
        String owner,
        Map<String, String> ownerByTier,
        SlaTargets sla,
        Map<String, SlaTargets> slaByTier,
        @Nullable String escalation,
        @Nullable BusinessTime giveUp,
        int minutes) {

    /** All tiers that a play may name. */
    public static final Set<String> TIERS = Set.of("enterprise", "mid-market", "pooled", "tech-touch");

    public String ownerIn(@Nullable String tier) {
        return tier == null ? owner : ownerByTier.getOrDefault(tier, owner);
    }

    public SlaTargets slaIn(@Nullable String tier) {
        return tier == null ? sla : sla.overriddenBy(slaByTier.getOrDefault(tier, SlaTargets.NONE));
    }
}
