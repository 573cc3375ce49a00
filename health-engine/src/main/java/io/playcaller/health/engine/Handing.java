package io.playcaller.health.engine;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.fact.Child;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Revenue;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.Handed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells an account's parent how it stands whenever that is another thing than it was told last, and a parent that it left that it
 * did. Scores travel in whole points and confidence in whole percents, so that a parent is not told of every use. Without a model
 * that rolls up nobody is told anything.
 *
 * <p>What is told is a function of the state and the UTC day: an account wakes at the midnight at which its parent changes.
 */
final class Handing {

    private static final long POINT = 1_000;
    private static final int PERCENT = 10_000;

    private final boolean rollsUp;

    Handing(boolean rollsUp) {
        this.rollsUp = rollsUp;
    }

    Step on(Step step, LogState log) {
        AccountState state = step.state();
        Handed before = state.handed();
        String parentId = log.now().isAfter(Instant.EPOCH) ? parent(state, log) : before.parentId();
        if (parentId.isEmpty() && before.parentId().isEmpty()) {
            return step;
        }
        Child child = parentId.isEmpty() ? Handed.GONE : child(state);
        if (parentId.equals(before.parentId()) && child.equals(before.child())) {
            return step;
        }
        List<ChildScoreChanged> told = new ArrayList<>();
        long number = atLeast(before.number(), log);
        if (!before.parentId().isEmpty() && !before.parentId().equals(parentId)) {
            told.add(fact(before.parentId(), state.accountId(), ++number, Handed.GONE, log.now()));
        }
        if (!parentId.isEmpty()) {
            told.add(fact(parentId, state.accountId(), ++number, child, log.now()));
        }
        return step.handing(state.handed(new Handed(number, parentId, child)), told);
    }

    /**
     * Numbers go by the log's time, so that an account that is made anew from less of the log, or by other code, and told less, is not
     * taken for one that tells what is known.
     */
    private static long atLeast(long number, LogState log) {
        return Math.max(number, log.now().toEpochMilli() - 1);
    }

    /** An account is no child of its own. */
    private String parent(AccountState state, LogState log) {
        if (!rollsUp) {
            return "";
        }
        String parentId = state.facts().register().parentOn(Days.of(log.now().toEpochMilli()));
        return parentId.equals(state.accountId()) ? "" : parentId;
    }

    private static ChildScoreChanged fact(String parentId, String childId, long number, Child child, Instant at) {
        return new ChildScoreChanged(
                parentId,
                childId,
                number,
                at,
                child.score() == Child.NO_SCORE ? null : (Long) child.score(),
                child.confidence(),
                child.currency().isEmpty() ? null : new Money(child.arr(), child.currency()),
                child.contract(),
                child.levels());
    }

    private static Child child(AccountState state) {
        Long score = state.score();
        Profile profile = state.profile();
        Below below = new Below(profile == null ? null : profile.arr());
        for (History<Child> history : state.facts().children().byId().values()) {
            below.add(history.newest().value());
        }
        return new Child(
                score == null ? Child.NO_SCORE : Math.floorDiv(score, POINT) * POINT,
                score == null ? 0 : state.confidence() / PERCENT * PERCENT,
                below.arr(),
                below.currency(),
                below.contract || holds(profile),
                Math.min(below.levels, Child.MOST_LEVELS) + 1);
    }

    /** One without an end is never due. */
    private static boolean holds(@Nullable Profile profile) {
        return profile != null && (profile.arr() != null || profile.renewalOn() != null);
    }

    /** An account and those below it, summed. */
    private static final class Below {

        private @Nullable Money arr;
        private boolean severalCurrencies;
        private boolean contract;
        private int levels;

        private Below(@Nullable Money own) {
            this.arr = own;
        }

        private void add(Child child) {
            levels = Math.max(levels, child.levels());
            if (child.levels() == Child.LEFT || child.levels() > Child.MOST_LEVELS) {
                return;
            }
            contract |= child.contract();
            if (!child.currency().isEmpty()) {
                severalCurrencies |= arr != null && !arr.currency().equals(child.currency());
                long sum = severalCurrencies || arr == null ? child.arr() : Revenue.sum(arr.minor(), child.arr());
                arr = new Money(sum, child.currency());
            }
        }

        private long arr() {
            return arr == null || severalCurrencies ? 0 : arr.minor();
        }

        private String currency() {
            return arr == null || severalCurrencies ? "" : arr.currency();
        }
    }
}
