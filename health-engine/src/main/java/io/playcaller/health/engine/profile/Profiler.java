package io.playcaller.health.engine.profile;

import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.fact.Account;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.TierRule;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Segment and tier by the first rule that matches, stage by {@link StageClock}. */
public final class Profiler {

    private Profiler() {}

    /** The tier of an account on the day of {@code view}. */
    public static TierRule tier(ProfileRules rules, View view, Commercial commercial) {
        History<Account> account = view.facts().register().account();
        boolean strategic = account != null && account.at(view.seen()).value().strategic();
        for (TierRule rule : rules.tiers()) {
            if (commercial.amount() >= rule.minArr() || (rule.strategic() && strategic)) {
                return rule;
            }
        }
        throw new IllegalStateException("the last tier begins at 0");
    }

    public static Profile profile(ProfileRules rules, View view, Commercial commercial) {
        TierRule tier = tier(rules, view, commercial);
        Stage stage = StageClock.stage(rules.stages(), view, commercial, tier.segment());
        return new Profile(
                tier.segment(),
                tier.tier(),
                stage.name(),
                Instant.ofEpochMilli(stage.since()),
                commercial.arr(),
                date(commercial.renewalDay()),
                date(commercial.noticeDay()));
    }

    private static @Nullable LocalDate date(long day) {
        return day == Long.MAX_VALUE ? null : Days.date(day);
    }
}
