package io.playcaller.health.engine.profile;

import io.playcaller.contracts.health.ProfileRule;
import io.playcaller.health.engine.fact.Account;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.TierMoves;
import io.playcaller.health.engine.model.TierRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tier of an account at a time, by what its contracts were worth from day to day: ARR that goes to and fro across a limit
 * moves nobody. A customer who is new, or came back, is where its ARR puts it at once. A function of the facts: whatever the
 * order in which the versions of contracts arrive, the same tier comes out.
 */
final class TierClock {

    private TierClock() {}

    static Tier tier(ProfileRules rules, View view, long heardAt) {
        ArrHistory history = ArrHistory.of(view);
        Moment since = null;
        for (TierRule rule : rules.tiers()) {
            Limit limit = new Limit(rule.minArr(), rules.moves());
            limit.follow(history, view.day());
            if (limit.within) {
                return new Tier(rule, limit.moved().orLater(since));
            }
            Moment strategic = rule.strategic() ? strategic(view) : null;
            if (strategic != null) {
                return new Tier(rule, strategic);
            }
            since = limit.moved == null ? since : limit.moved.orLater(since);
            since = rule.strategic() ? later(unflagged(view), since) : since;
        }
        return new Tier(rules.lowest(), since == null ? new Moment(heardAt, ProfileRule.OTHERWISE) : since);
    }

    private static @Nullable Moment later(@Nullable Moment one, @Nullable Moment other) {
        return one == null ? other : one.orLater(other);
    }

    /** When a flag was taken away; null where it is there, or is not known to have been. */
    private static @Nullable Moment unflagged(View view) {
        History<Account> account = view.facts().register().account();
        if (account == null) {
            return null;
        }
        Version<Account> since = account.at(view.seen());
        for (int i = account.versions().size() - 1; i >= 0; i--) {
            Version<Account> version = account.versions().get(i);
            if (version.compareTo(since) < 0 && version.value().strategic()) {
                return new Moment(since.at(), ProfileRule.OTHERWISE);
            }
            since = version.compareTo(since) < 0 ? version : since;
        }
        return null;
    }

    private static @Nullable Moment strategic(View view) {
        History<Account> account = view.facts().register().account();
        if (account == null || !account.at(view.seen()).value().strategic()) {
            return null;
        }
        long since = account.at(view.seen()).at();
        for (int i = account.versions().size() - 1; i >= 0; i--) {
            Version<Account> version = account.versions().get(i);
            if (version.at() <= since && version.value().strategic()) {
                since = version.at();
            } else if (version.at() <= since) {
                break;
            }
        }
        return new Moment(since, ProfileRule.STRATEGIC);
    }

    /** Whether an account is above one limit, over time. Lives for one run over a history. */
    private static final class Limit {

        private static final long NEVER = Long.MAX_VALUE;

        private final long arr;
        private final TierMoves moves;
        private boolean within;
        private boolean open;
        private long aboveSince = NEVER;
        private long belowSince = NEVER;

        /** Null where there never was a contract. */
        private @Nullable Moment moved;

        Limit(long arr, TierMoves moves) {
            this.arr = arr;
            this.moves = moves;
        }

        void follow(ArrHistory history, long today) {
            for (int i = 0; i < history.steps().size(); i++) {
                ArrHistory.Step step = history.steps().get(i);
                boolean last = i + 1 == history.steps().size();
                long until = last ? today + 1 : history.steps().get(i + 1).day();
                boolean unknownBefore = history.cut() && moved == null;
                step(step, unknownBefore ? history.beforeFirst(moves, today) : step.arr());
                pass(until);
            }
        }

        private Moment moved() {
            return Objects.requireNonNull(moved);
        }

        private void step(ArrHistory.Step step, long arrAtFirst) {
            if (step.arr() == Worth.NOTHING) {
                if (open) {
                    move(false, step.day(), ProfileRule.CONTRACT_ENDED);
                }
                open = false;
                aboveSince = NEVER;
                belowSince = NEVER;
                return;
            }
            if (!open) {
                move(arrAtFirst >= arr, step.day(), ProfileRule.ARR);
                open = true;
            } else if (within && step.termEnds() && step.arr() < arr) {
                move(false, step.day(), ProfileRule.RENEWED_LOWER);
            }
            aboveSince = since(step.arr() >= arr, aboveSince, step.day());
            belowSince = since(moves.clearlyBelow(step.arr(), arr), belowSince, step.day());
        }

        private void pass(long until) {
            if (!within && aboveSince != NEVER && aboveSince + moves.upAfterDays() < until) {
                move(true, aboveSince + moves.upAfterDays(), ProfileRule.ARR_ABOVE);
            }
            if (within && belowSince != NEVER && belowSince + moves.downAfterDays() < until) {
                move(false, belowSince + moves.downAfterDays(), ProfileRule.ARR_BELOW);
            }
        }

        private void move(boolean to, long day, ProfileRule rule) {
            within = to;
            moved = new Moment(Days.start(day), rule);
        }

        private static long since(boolean holds, long before, long day) {
            if (!holds) {
                return NEVER;
            }
            return before == NEVER ? day : before;
        }
    }
}
