package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Support;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.RiskRule;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.Assessor;

/** Which conditions hold at a point: an enter and a leave bit per rule, and what the rule of the score needs besides. */
final class Flags {

    private static final long FLOOR = 1L << 40;
    private static final long WARM = 1L << 41;
    private static final long MERGED = 1L << 42;
    private static final int CARD_SHIFT = 48;

    private Flags() {}

    static long of(Assessor assessor, Assessment settled) {
        HealthModel model = assessor.model();
        View view = settled.context().view();
        Profile profile = settled.profile();
        long flags = score(assessor, settled);
        flags |= view.merge().isPresent() ? MERGED : 0;
        boolean floor = Support.floor(view, model.scoring().tickets())
                && !settled.overridden().whole();
        flags |= floor ? FLOOR : 0;
        for (DirectRule rule : model.signals().direct()) {
            int index = Rules.index(rule.condition());
            flags |= Conditions.enters(rule, settled.context(), profile.segment()) ? enterBit(index) : 0;
            flags |= Conditions.leaves(rule, settled.context()) ? leaveBit(index) : 0;
        }
        int card = settled.levels().card().hashCode()
                ^ settled.overridden().inForce().fingerprint();
        return flags | ((long) (card & 0xffff) << CARD_SHIFT);
    }

    private static long score(Assessor assessor, Assessment settled) {
        HealthModel model = assessor.model();
        View view = settled.context().view();
        RiskRule risk = model.signals().risk();
        long first = Math.max(view.facts().totals().firstAt(), view.mergeEnded().orElse(Long.MIN_VALUE));
        boolean warm = view.now() - first >= model.signals().warmUpDays() * Days.MILLIS;
        boolean low = settled.scored() && settled.score() < risk.openBelow() && !onlyFrozen(assessor, view, risk);
        boolean well = !settled.scored() || settled.score() >= risk.closeAt();
        return (warm && low ? enterBit(Rules.SCORE) : 0) | (well ? leaveBit(Rules.SCORE) : 0) | (warm ? WARM : 0);
    }

    /** Whether the score is low only because of inputs that are frozen: silence accuses nobody. */
    private static boolean onlyFrozen(Assessor assessor, View view, RiskRule risk) {
        if (!view.anyFrozen()) {
            return false;
        }
        long live = assessor.liveScore(view);
        return live < 0 || live >= risk.openBelow();
    }

    static boolean enter(long flags, int rule) {
        return (flags & enterBit(rule)) != 0;
    }

    static boolean leave(long flags, int rule) {
        return (flags & leaveBit(rule)) != 0;
    }

    static boolean floor(long flags) {
        return (flags & FLOOR) != 0;
    }

    static boolean warm(long flags) {
        return (flags & WARM) != 0;
    }

    /** Whether the account is another one: nothing is open of it, and nothing opens. */
    static boolean merged(long flags) {
        return (flags & MERGED) != 0;
    }

    /** Of the scorecard and the overrides: scores of others are not compared. */
    static long card(long flags) {
        return flags >>> CARD_SHIFT;
    }

    private static long enterBit(int rule) {
        return 1L << (2 * rule);
    }

    private static long leaveBit(int rule) {
        return 2L << (2 * rule);
    }
}
