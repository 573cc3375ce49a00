package io.playcaller.health.engine.model;

import io.playcaller.contracts.reason.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a customer's life.
 *
 * @param exit null where it lasts until another stage applies
 * @param owner role that answers for it
 * @param target how many days it should take; null where it takes as long as it takes
 * @param stall when it takes too long, and what that is called; null where nothing does
 */
public record StageRule(
        String name,
        StageEntry enter,
        @Nullable StageExit exit,
        String owner,
        @Nullable DaysBySegment target,
        @Nullable Stall stall) {

    /**
     * A stage that takes too long.
     *
     * @param overTarget percent beyond the target
     */
    public record Stall(int overTarget, Reason reason) {

        private static final int PERCENT = 100;

        public Stall {
            Require.range("stall.overTarget", overTarget, 0, 1000);
        }

        /** From how many days on it stalls. */
        public int after(int targetDays) {
            return targetDays + (targetDays * overTarget + PERCENT - 1) / PERCENT;
        }
    }

    public StageRule {
        Require.text("stage", name);
        Objects.requireNonNull(enter, "enter");
        Require.text("owner", owner);
        Require.that(stall == null || target != null, "stall", "needs targetDays, for it begins beyond them");
        Require.that(exit == null || target != null, "exit", "needs targetDays, for where no milestone is planned");
    }
}
