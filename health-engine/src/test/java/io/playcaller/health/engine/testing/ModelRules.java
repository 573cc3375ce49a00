package io.playcaller.health.engine.testing;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DaysBySegment;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.EpisodeSpan;
import io.playcaller.health.engine.model.RiskRule;
import io.playcaller.health.engine.model.Scope;
import io.playcaller.health.engine.model.StageEntry;
import io.playcaller.health.engine.model.StageExit;
import io.playcaller.health.engine.model.StageRule;
import io.playcaller.health.engine.model.StageRules;
import io.playcaller.health.engine.model.TicketAges;
import io.playcaller.health.engine.model.TierRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When signals open, and how accounts are profiled, in the models of tests. */
final class ModelRules {

    private ModelRules() {}

    static TicketAges ages() {
        return new TicketAges(Duration.ofHours(4), Duration.ofDays(3), Duration.ofDays(2), 49_999, 14);
    }

    static RiskRule risk() {
        return new RiskRule(50_000, Duration.ofDays(3), 15_000, Duration.ofDays(7), 57_000, span(7, 14, 30));
    }

    static List<DirectRule> direct() {
        return List.of(
                new DirectRule(
                        Condition.SILENT,
                        14,
                        Map.of("enterprise", 7L, "smb", 21L),
                        3,
                        Duration.ZERO,
                        span(0, 14, 30),
                        Scope.ALL),
                direct(Condition.MILESTONE_MISSED, 1),
                direct(Condition.SEVERE_TICKET, 1),
                new DirectRule(
                        Condition.SEATS_NEAR_LIMIT,
                        800,
                        Map.of(),
                        750,
                        Duration.ofDays(14),
                        span(7, 30, 60),
                        Scope.ALL),
                rule(Condition.INVOICE_OVERDUE, 15, 1, 0, span(0, 0, 0), Scope.ALL),
                direct(Condition.SPONSOR_LEFT, 1),
                direct(Condition.DETRACTOR, 1));
    }

    private static DirectRule direct(Condition condition, long enter) {
        return rule(condition, enter, enter, 0, span(0, 0, 0), Scope.ALL);
    }

    private static DirectRule rule(
            Condition condition, long enter, long leave, int forDays, EpisodeSpan span, Scope scope) {
        return new DirectRule(condition, enter, Map.of(), leave, Duration.ofDays(forDays), span, scope);
    }

    static List<DirectRule> everyRule() {
        Scope human = new Scope(Set.of("enterprise", "mid-market", "pooled"), Duration.ZERO);
        Scope named = new Scope(Set.of("enterprise", "mid-market"), Duration.ZERO);
        Scope pooled = new Scope(Set.of("pooled", "tech-touch"), Duration.ofDays(90));
        EpisodeSpan slow = span(7, 14, 30);
        EpisodeSpan quick = span(0, 14, 30);
        List<DirectRule> rules = new ArrayList<>(direct());
        rules.add(rule(Condition.USAGE_DROP, 500, 200, 2, slow, human));
        rules.add(rule(Condition.SEATS_IDLE, 400, 550, 0, slow, new Scope(human.tiers(), Duration.ofDays(60))));
        rules.add(rule(Condition.BREADTH_LOW, 2, 3, 0, slow, pooled));
        rules.add(rule(Condition.ADMIN_LOST, 14, 14, 0, quick, human));
        rules.add(rule(Condition.POWER_USER_LOST, 14, 14, 0, quick, human));
        rules.add(rule(Condition.SPONSOR_COLD, 90, 90, 0, span(0, 0, 7), named));
        rules.add(rule(Condition.SINGLE_THREAD, 1, 3, 14, quick, named));
        rules.add(late(Condition.KICKOFF_LATE, 6, Map.of("enterprise", 11L), human));
        rules.add(late(Condition.ONBOARDING_STALLED, 108, Map.of("enterprise", 144L, "smb", 36L), human));
        rules.add(rule(Condition.RECURRING_ISSUE, 3, 2, 0, quick, Scope.ALL));
        rules.add(direct(Condition.NOTICE_RECEIVED, 1));
        rules.add(direct(Condition.CHURNED, 1));
        rules.add(rule(Condition.REFERENCE_DUE, 9, 9, 60, span(0, 90, 0), Scope.ALL));
        rules.add(direct(Condition.OBJECTIVE_MISSED, 1));
        rules.add(rule(Condition.VALUE_PROVEN, 1, 1, 30, span(7, 90, 0), Scope.ALL));
        rules.add(new DirectRule(
                Condition.NO_TOUCH, 60, Map.of("enterprise", 28L), 28, Duration.ZERO, span(0, 0, 7), named));
        rules.add(rule(Condition.REOPENED, 2, 2, 0, quick, Scope.ALL));
        rules.add(rule(Condition.PROMOTER, 9, 9, 0, span(0, 90, 0), Scope.ALL));
        rules.add(rule(Condition.FEATURE_INTEREST, 5, 1, 0, span(0, 90, 0), Scope.ALL));
        rules.add(rule(Condition.NEW_TEAM, 300, 100, 0, span(7, 90, 0), new Scope(Set.of(), Duration.ofDays(60))));
        return rules;
    }

    private static DirectRule late(Condition condition, long enter, Map<String, Long> bySegment, Scope scope) {
        return new DirectRule(condition, enter, bySegment, 1, Duration.ZERO, span(0, 0, 7), scope);
    }

    private static EpisodeSpan span(int clearDays, int cooldownDays, int reopenDays) {
        return new EpisodeSpan(Duration.ofDays(clearDays), Duration.ofDays(cooldownDays), Duration.ofDays(reopenDays));
    }

    static List<TierRule> tiers() {
        return List.of(
                new TierRule("enterprise", "enterprise", 10_000_000, true),
                new TierRule("mid-market", "mid-market", 2_500_000, false),
                new TierRule("pooled", "smb", 500_000, false),
                new TierRule("tech-touch", "smb", 0, false));
    }

    static StageRules stages() {
        StageExit exit =
                new StageExit(List.of("kickoff", "first-value"), days(180, "enterprise", 240, "smb", 60), "renewal");
        StageRule.Stall stalled = new StageRule.Stall(20, Reason.ONB_STALLED);
        StageRule.Stall aimless = new StageRule.Stall(20, Reason.VAL_NO_OBJECTIVE);
        return new StageRules(
                List.of(
                        new StageRule("lost", new StageEntry.ContractEnded(), null, "renewals-manager", null, null),
                        new StageRule(
                                "onboarding",
                                new StageEntry.ContractOpen(),
                                exit,
                                "onboarding",
                                days(90, "enterprise", 120, "smb", 30),
                                stalled),
                        new StageRule(
                                "renewal", new StageEntry.RenewalNear(120, 60), null, "account-manager", null, null),
                        new StageRule(
                                "value",
                                new StageEntry.Reached(List.of("objective-confirmed")),
                                null,
                                "csm",
                                null,
                                null),
                        new StageRule("adoption", new StageEntry.Otherwise(), null, "csm", days(90), aimless)),
                365);
    }

    private static DaysBySegment days(int days) {
        return new DaysBySegment(days, Map.of());
    }

    private static DaysBySegment days(int days, String one, int ofOne, String other, int ofOther) {
        return new DaysBySegment(days, Map.of(one, ofOne, other, ofOther));
    }
}
