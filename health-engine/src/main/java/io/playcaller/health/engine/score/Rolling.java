package io.playcaller.health.engine.score;

import io.playcaller.health.engine.fact.Child;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Amounts;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.model.RollUp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What children make of an account's own score: a function of that score, so that whatever moves it, an override too, can be
 * put through it step by step.
 *
 * @param by how scores are rolled up
 * @param children that count, in order of their ids
 * @param contract whether the account itself holds an open one
 * @param weight of the account itself
 */
public record Rolling(RollUp by, List<Share> children, boolean contract, long weight) {

    /** More ARR, in minor units, weighs no more: sums stay within 64 bits. */
    private static final long MOST_WEIGHT = 1_000_000_000_000L;

    /** A child and its weight among the others. */
    record Share(String accountId, Child child, long weight) {

        long score() {
            return child.score();
        }
    }

    /** Nothing: the account stands for itself. */
    public static final Rolling NONE = new Rolling(RollUp.OWN, List.of(), false, 0);

    private static final Comparator<Share> WORST =
            Comparator.comparingLong(Share::score).thenComparing(Share::accountId);

    public Rolling {
        children = List.copyOf(children);
    }

    /** The children as the view shows them. */
    static Rolling of(RollUp by, Context context) {
        View view = context.view();
        if (by == RollUp.OWN || view.facts().children().isEmpty()) {
            return NONE;
        }
        List<Share> counted = new ArrayList<>();
        for (Map.Entry<String, History<Child>> entry :
                view.facts().children().byId().entrySet()) {
            Version<Child> told = entry.getValue().toldBy(view.seen());
            if (told != null && told.value().counts()) {
                counted.add(new Share(entry.getKey(), told.value(), 0));
            }
        }
        return counted.isEmpty() ? NONE : weighed(by, counted, context);
    }

    private static Rolling weighed(RollUp by, List<Share> counted, Context context) {
        long own = context.commercial().amount();
        boolean oneCurrency = oneCurrency(counted, context);
        boolean anyArr =
                own > 0 || counted.stream().anyMatch(share -> share.child().arr() > 0);
        boolean byArr = oneCurrency && anyArr;
        List<Share> children = counted.stream()
                .map(share -> new Share(
                        share.accountId(),
                        share.child(),
                        byArr ? bounded(share.child().arr()) : 1))
                .toList();
        return new Rolling(by, children, context.commercial().open(), byArr ? bounded(own) : 1);
    }

    private static boolean oneCurrency(List<Share> counted, Context context) {
        List<String> currencies = new ArrayList<>();
        counted.stream()
                .filter(share -> share.child().arr() > 0)
                .forEach(share -> currencies.add(share.child().currency()));
        if (context.commercial().amount() > 0) {
            currencies.add(Objects.requireNonNull(context.commercial().arr()).currency());
        }
        return currencies.stream().distinct().count() <= 1;
    }

    private static long bounded(long arr) {
        return Math.max(0, Math.min(MOST_WEIGHT, arr));
    }

    /** Whether there is a score where the account has none of its own. */
    boolean scored() {
        return by == RollUp.CONTRACT_HOLDER ? worstHolder() != null : !children.isEmpty();
    }

    /** What children add to the score that is made of these levels, milli-points; it may be negative. */
    long adds(Levels own) {
        return by == RollUp.OWN ? 0 : score(own) - own.score();
    }

    /** The score with children; of an account without any score its own, 0. */
    long score(Levels own) {
        return switch (by) {
            case OWN -> own.score();
            case WORST -> worst(own);
            case ARR -> mean(own);
            case CONTRACT_HOLDER -> holder(own);
        };
    }

    private long worst(Levels own) {
        long worst = children.stream().mapToLong(Share::score).min().orElse(own.score());
        return own.scored() ? Math.min(worst, own.score()) : worst;
    }

    /** Where nobody who is scored has ARR, though somebody has, the account's own score stands, or the mean of all. */
    private long mean(Levels own) {
        long weights = own.scored() ? weight : 0;
        long sum = own.scored() ? weight * own.score() : 0;
        for (Share child : children) {
            weights += child.weight();
            sum += child.weight() * child.score();
        }
        if (weights > 0) {
            return Math.floorDiv(sum, weights);
        }
        return own.scored()
                ? own.score()
                : children.stream().mapToLong(Share::score).sum() / children.size();
    }

    private long holder(Levels own) {
        Share holder = contract && own.scored() ? null : worstHolder();
        return holder == null ? own.score() : holder.score();
    }

    private @Nullable Share worstHolder() {
        return worst(children.stream().filter(share -> share.child().contract()).toList());
    }

    private static @Nullable Share worst(Collection<Share> shares) {
        return shares.stream().min(WORST).orElse(null);
    }

    /** How sure the children are: as the least sure of them. Millionths. */
    int confidence() {
        return children.stream()
                .mapToInt(share -> share.child().confidence())
                .min()
                .orElse(0);
    }

    /** What is done to the score, for people. */
    String words() {
        Share worst = by == RollUp.CONTRACT_HOLDER ? worstHolder() : worst(children);
        if (worst == null) {
            return "No child account counts";
        }
        String least = worst.accountId() + " has " + Amounts.points(worst.score());
        return switch (by) {
            case OWN -> "No child account counts";
            case WORST -> "The worst of the account and " + counted() + " stands: " + least;
            case ARR -> "Mean by ARR with " + counted() + ", of which the worst, " + least;
            case CONTRACT_HOLDER -> "Stands as who holds a contract: " + least;
        };
    }

    private String counted() {
        return children.size() == 1 ? "1 child" : children.size() + " children";
    }
}
