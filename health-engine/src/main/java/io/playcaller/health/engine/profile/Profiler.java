package io.playcaller.health.engine.profile;

import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.StageRule;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Segment and tier by {@link TierClock}, stage by {@link StageClock}. */
public final class Profiler {

    private Profiler() {}

    /** The profile, with what is waited for and why it is so. */
    public static Placement placement(ProfileRules rules, View view, Commercial commercial) {
        Tier tier = TierClock.tier(rules, view, heardAt(view));
        StageClock clock =
                new StageClock(rules.stages(), view, commercial, tier.rule().segment());
        Stage stage = clock.stage();
        Wait wait = clock.waits(stage);
        Placed placed = new Placed(
                profile(tier, stage, commercial),
                wait == null ? null : wait.milestone(),
                wait == null ? Placed.NEVER : wait.since(),
                targetAt(stage, tier),
                stallsAt(stage, tier));
        return new Placement(placed, tier.since(), stage.since());
    }

    private static Profile profile(Tier tier, Stage stage, Commercial commercial) {
        return new Profile(
                tier.rule().segment(),
                tier.rule().tier(),
                stage.name(),
                Instant.ofEpochMilli(stage.since().at()),
                commercial.arr(),
                date(commercial.renewalDay()),
                date(commercial.noticeDay()));
    }

    private static long targetAt(Stage stage, Tier tier) {
        StageRule rule = stage.rule();
        return rule.target() == null
                ? Placed.NEVER
                : stage.since().at() + rule.target().of(tier.rule().segment()) * Days.MILLIS;
    }

    private static long stallsAt(Stage stage, Tier tier) {
        StageRule rule = stage.rule();
        if (rule.target() == null || rule.stall() == null) {
            return Placed.NEVER;
        }
        int days = rule.stall().after(rule.target().of(tier.rule().segment()));
        return stage.since().at() + days * Days.MILLIS;
    }

    /** When the account was first heard of, milliseconds. */
    static long heardAt(View view) {
        long first = view.facts().totals().firstAt();
        return first == Long.MAX_VALUE ? view.now() : first;
    }

    private static @Nullable LocalDate date(long day) {
        return day == Long.MAX_VALUE ? null : Days.date(day);
    }
}
