package io.playcaller.lab.simulate;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.ProductScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts of how many accounts a product's grade moves from where to where. Mutable. */
final class ProductMoves {

    private static final Comparator<ProductMove> MOST_FIRST = Comparator.comparingInt(ProductMove::accounts)
            .reversed()
            .thenComparing(ProductMove::productId)
            .thenComparing(ProductMove::from, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ProductMove::to, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Map<ProductMove, Integer> counts = new HashMap<>();

    /** What both say of one account; one that only one of them judges has no grade by the other. */
    void add(List<ProductScore> inForce, List<ProductScore> candidate) {
        Map<String, Grade> now = grades(inForce);
        Map<String, Grade> then = grades(candidate);
        Set<String> ids = new TreeSet<>(now.keySet());
        ids.addAll(then.keySet());
        for (String id : ids) {
            ProductMove move = new ProductMove(id, now.get(id), then.get(id), 1);
            if (move.from() != move.to()) {
                counts.merge(move, 1, Integer::sum);
            }
        }
    }

    private static Map<String, Grade> grades(List<ProductScore> products) {
        Map<String, Grade> grades = new HashMap<>();
        for (ProductScore product : products) {
            if (product.grade() != null) {
                grades.put(product.productId(), product.grade());
            }
        }
        return grades;
    }

    List<ProductMove> all() {
        return counts.entrySet().stream()
                .map(one -> new ProductMove(
                        one.getKey().productId(),
                        one.getKey().from(),
                        one.getKey().to(),
                        one.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }
}
