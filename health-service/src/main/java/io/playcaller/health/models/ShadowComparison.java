package io.playcaller.health.models;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model in shadow against the one in force, over all accounts that are not merged into another.
 *
 * @param accounts how many there are
 * @param compared how many of them have both scores, or none, of one state; of the others the shadow has not judged the present one
 * @param meanDifference score in shadow less score in force, milli-points, over those that have both scores; null for none
 * @param meanDistance the same without its sign
 * @param grades of those that are compared, the best in force first
 */
public record ShadowComparison(
        long accounts,
        long compared,
        @Nullable Long meanDifference,
        @Nullable Long meanDistance,
        List<GradeMove> grades) {

    /** Accounts of one grade in force and one in shadow; null is no score. */
    public record GradeMove(
            @Nullable String inForce, @Nullable String shadow, long accounts) {}

    /**
     * Accounts of which both say the same grades.
     *
     * @param compared whether the shadow judged the state that they are in
     * @param scored how many have both scores
     * @param difference sum over those, milli-points
     * @param distance sum over those without signs
     */
    public record Group(
            boolean compared,
            @Nullable String inForce,
            @Nullable String shadow,
            long accounts,
            long scored,
            long difference,
            long distance) {}

    public static ShadowComparison of(Collection<Group> groups) {
        List<Group> compared = groups.stream().filter(Group::compared).toList();
        long scored = compared.stream().mapToLong(Group::scored).sum();
        return new ShadowComparison(
                groups.stream().mapToLong(Group::accounts).sum(),
                compared.stream().mapToLong(Group::accounts).sum(),
                mean(compared.stream().mapToLong(Group::difference).sum(), scored),
                mean(compared.stream().mapToLong(Group::distance).sum(), scored),
                compared.stream()
                        .map(group -> new GradeMove(group.inForce(), group.shadow(), group.accounts()))
                        .sorted(Comparator.comparing((GradeMove move) -> rank(move.inForce()))
                                .thenComparing(move -> rank(move.shadow())))
                        .toList());
    }

    /** None comes after every letter. */
    private static String rank(@Nullable String grade) {
        return grade == null ? "~" : grade;
    }

    /** To the nearest milli-point; halves go up. */
    private static @Nullable Long mean(long sum, long count) {
        return count == 0 ? null : Math.floorDiv(2 * sum + count, 2 * count);
    }
}
