package io.playcaller.health.engine.model;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How facts become points.
 *
 * @param measures each at most once; those that the model declares have their places in this order
 * @param cards the first that matches stage and tier applies; the last must match everything
 * @param products what the score of one product is made of, each kind at most once; empty where products have none
 * @param windows how many days back measures look
 */
public record Scoring(
        List<Measure> measures,
        List<Scorecard> cards,
        Grades grades,
        TicketAges tickets,
        List<ProductMeasure> products,
        Windows windows) {

    /** One with the standard windows. */
    public Scoring(
            List<Measure> measures,
            List<Scorecard> cards,
            Grades grades,
            TicketAges tickets,
            List<ProductMeasure> products) {
        this(measures, cards, grades, tickets, products, Windows.STANDARD);
    }

    /** One that scores no products, with the standard windows. */
    public Scoring(List<Measure> measures, List<Scorecard> cards, Grades grades, TicketAges tickets) {
        this(measures, cards, grades, tickets, List.of(), Windows.STANDARD);
    }

    public Scoring {
        measures = List.copyOf(measures);
        cards = List.copyOf(cards);
        products = List.copyOf(products);
        Set<ProductMeasure.Kind> ofProducts = EnumSet.noneOf(ProductMeasure.Kind.class);
        for (ProductMeasure measure : products) {
            Require.that(ofProducts.add(measure.kind()), "products." + measure.id(), "stands twice");
        }
        Require.that(!measures.isEmpty(), "measures", "at least one is needed");
        Require.that(!cards.isEmpty(), "scorecards", "at least one is needed");
        Require.that(
                cards.get(cards.size() - 1).matchesAll(),
                "scorecards",
                "the last must match every stage and tier, so that every account has one");
        Set<String> seen = new HashSet<>();
        for (Measure measure : measures) {
            Require.that(seen.add(measure.id()), "measures." + measure.id(), "stands twice");
        }
        placed(measures);
        Set<String> ids = new HashSet<>();
        for (Scorecard card : cards) {
            Require.that(ids.add(card.id()), "scorecards." + card.id(), "stands twice");
        }
        Set<String> dimensions = measures.stream().map(Measure::dimension).collect(Collectors.toSet());
        for (Scorecard card : cards) {
            for (String dimension : card.weights().keySet()) {
                Require.that(
                        dimensions.contains(dimension),
                        "scorecards." + card.id() + ".weights." + dimension,
                        "no measure has this dimension");
            }
        }
    }

    private static void placed(List<Measure> measures) {
        int place = 0;
        for (Measure measure : measures) {
            if (measure.kind() instanceof Declared declared) {
                Require.that(declared.place() == place++, "measures." + measure.id(), "is declared out of its place");
            }
        }
        Require.that(
                place <= Declared.MOST,
                "measures",
                place + " are declared with a `value`, at most " + Declared.MOST + " may be");
    }

    /** Where scores keep the measures. */
    public Places places() {
        return Places.of(measures.stream()
                .filter(measure -> measure.kind() instanceof Declared)
                .map(Measure::id)
                .toList());
    }

    public Optional<Measure> measure(String id) {
        return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    /** Whether the score of a child may count for its parent. */
    public boolean rollsUp() {
        return cards.stream().anyMatch(card -> card.rollUp() != RollUp.OWN);
    }

    /** Whether any measure is compared with peers. */
    public boolean relative() {
        return measures.stream().anyMatch(measure -> measure.relative() != null);
    }
}
