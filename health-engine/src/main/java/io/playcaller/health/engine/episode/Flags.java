package io.playcaller.health.engine.episode;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Support;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.RiskRule;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.Assessor;

/** Which conditions hold at a point: an enter and a leave bit per rule, and what the rule of the score needs besides. */
final class Flags {

    private static final long FLOOR = 1;
    private static final long WARM = 2;
    private static final long MERGED = 4;
    private static final long EXPLAINED = 8;

    /** From here on are two bits for each rule; one bit at the top stays free, for how states keep them. */
    private static final int RULES_START = 4;

    private static final int CARD = 0xfff;

    private Flags() {}

    static long of(Assessor assessor, Assessment settled) {
        HealthModel model = assessor.model();
        View view = settled.context().view();
        long flags = score(assessor, settled);
        flags |= view.merge().isPresent() ? MERGED : 0;
        boolean floor = Support.floor(view, model.scoring().tickets())
                && !settled.overridden().whole();
        flags |= floor ? FLOOR : 0;
        for (DirectRule rule : model.signals().direct()) {
            int index = Rules.index(rule.condition());
            int bits = Conditions.bits(rule, settled);
            flags |= (bits & Conditions.ENTERS) != 0 ? enterBit(index) : 0;
            flags |= (bits & Conditions.LEAVES) != 0 ? leaveBit(index) : 0;
        }
        return flags;
    }

    /** Of the scorecard and the overrides, 12 bits: scores of others are not compared. */
    static int card(Assessment settled) {
        int card = settled.levels().card().hashCode()
                ^ settled.overridden().inForce().fingerprint();
        return card & CARD;
    }

    private static long score(Assessor assessor, Assessment settled) {
        HealthModel model = assessor.model();
        View view = settled.context().view();
        RiskRule risk = model.signals().risk();
        long first = Math.max(view.facts().totals().firstAt(), view.mergeEnded().orElse(Long.MIN_VALUE));
        boolean warm = view.now() - first >= model.signals().warmUpDays() * Days.MILLIS;
        boolean below = settled.scored() && settled.score() < risk.openBelow();
        boolean explained = explained(assessor, settled);
        boolean low = below && !explained && !onlyFrozen(assessor, view);
        boolean well = !settled.scored() || settled.score() >= risk.closeAt();
        return (warm && low ? enterBit(Rules.SCORE) : 0)
                | (well ? leaveBit(Rules.SCORE) : 0)
                | (warm ? WARM : 0)
                | (explained ? EXPLAINED : 0);
    }

    /**
     * Whether there is a silence, and without it the score would not be low: one cause makes one signal, and the silence is the
     * more exact one.
     */
    private static boolean explained(Assessor assessor, Assessment settled) {
        for (DirectRule rule : assessor.model().signals().direct()) {
            if (rule.condition() == Condition.SILENT && (Conditions.bits(rule, settled) & Conditions.ENTERS) != 0) {
                return !low(assessor.liveScore(settled.context().view().without(Feed.USAGE)), assessor.model());
            }
        }
        return false;
    }

    private static boolean low(long score, HealthModel model) {
        return score >= 0 && score < model.signals().risk().openBelow();
    }

    /** Whether the score is low only because of inputs that are frozen: silence accuses nobody. */
    private static boolean onlyFrozen(Assessor assessor, View view) {
        if (!view.anyFrozen()) {
            return false;
        }
        return !low(assessor.liveScore(view), assessor.model());
    }

    /** Flags from where the rules came first, then the others, then the card. */
    static long ofPacked(long packed, int rulesEnd) {
        long rules = packed & ((1L << rulesEnd) - 1);
        long others = (packed >>> rulesEnd) & ((1L << RULES_START) - 1);
        return others | (rules << RULES_START);
    }

    /** The card from there. */
    static int cardOfPacked(long packed, int cardShift) {
        return (int) (packed >>> cardShift) & CARD;
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

    /** Whether a silence says already what the score says. */
    static boolean explained(long flags) {
        return (flags & EXPLAINED) != 0;
    }

    /** Whether the account is another one: nothing is open of it, and nothing opens. */
    static boolean merged(long flags) {
        return (flags & MERGED) != 0;
    }

    private static long enterBit(int rule) {
        return 1L << (RULES_START + 2 * rule);
    }

    private static long leaveBit(int rule) {
        return 2L << (RULES_START + 2 * rule);
    }
}
