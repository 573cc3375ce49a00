package io.playcaller.health.engine.episode;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Condition;
import java.util.List;

/** Rules by number, as states keep them: 0 is the whole score, then the conditions, from 32 on what happens once. */
final class Rules {

    static final int SCORE = 0;
    static final int COUNT = Condition.values().length + 1;
    private static final int ONCE = 32;

    /** Append only: states keep the position. */
    private static final List<Reason> ONCE_REASONS = List.of(
            Reason.LIFE_CONTRACT_SIGNED,
            Reason.LIFE_STARTED,
            Reason.LIFE_FIRST_VALUE,
            Reason.LIFE_STAGE_EXIT,
            Reason.LIFE_OVERRIDE_EXPIRING);

    private Rules() {}

    static int index(Condition condition) {
        return condition.position();
    }

    static Condition condition(int rule) {
        for (Condition condition : Condition.values()) {
            if (condition.position() == rule) {
                return condition;
            }
        }
        throw new IllegalArgumentException("no condition has position " + rule);
    }

    static int once(Reason reason) {
        return ONCE + ONCE_REASONS.indexOf(reason);
    }

    static boolean once(int rule) {
        return rule >= ONCE;
    }

    static Reason onceReason(int rule) {
        return ONCE_REASONS.get(rule - ONCE);
    }

    /** The name that an episode's id is derived from. */
    static String name(int rule) {
        if (rule == SCORE) {
            return "score";
        }
        return once(rule) ? onceReason(rule).code() : condition(rule).id();
    }
}
