package io.playcaller.system;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What must be true of a customer once each of its facts was counted exactly once. Written from the text of the shipped
 * model, in floating point and without any code of the services: what both have wrong they have wrong independently.
 */
final class Oracle {

    /** Account, contract and owners: facts of the register, one each. */
    static final int REGISTERED = 3;

    /** Each fact with its points out of 100 and its weight within the dimension. */
    private record Reading(String dimension, double weight, OptionalDouble points) {}

    private static final Map<String, Double> DIMENSIONS =
            Map.of("usage", 35.0, "support", 20.0, "relationship", 20.0, "value", 15.0, "commercial", 10.0);

    private final Customer customer;
    private final Map<String, Fact> facts = new HashMap<>();

    Oracle(Customer customer) {
        this.customer = customer;
    }

    /** Saying it again changes nothing. */
    void hear(Fact fact) {
        facts.put(fact.getClass().getSimpleName() + fact.id(), fact);
    }

    long factCount() {
        return facts.size() + REGISTERED;
    }

    long uses() {
        return of(Fact.Use.class).mapToLong(Fact.Use::quantity).sum();
    }

    /** Out of 100. */
    double score() {
        Map<String, Double> present = new TreeMap<>();
        List<Reading> readings = readings();
        for (Reading reading : readings) {
            if (reading.points().isPresent()) {
                present.merge(reading.dimension(), reading.weight(), Double::sum);
            }
        }
        double whole = present.keySet().stream().mapToDouble(DIMENSIONS::get).sum();
        return readings.stream()
                .filter(reading -> reading.points().isPresent())
                .mapToDouble(reading -> reading.points().getAsDouble()
                        * (DIMENSIONS.get(reading.dimension()) / whole)
                        * (reading.weight() / present.get(reading.dimension())))
                .sum();
    }

    private List<Reading> readings() {
        return List.of(
                new Reading("usage", 35, seats()),
                new Reading("usage", 15, features()),
                new Reading("support", 50, oldTickets()),
                new Reading("support", 25, csat()),
                new Reading("support", 25, nps()),
                new Reading("value", 60, milestones()),
                new Reading("value", 40, objective()));
    }

    /** Of who never used it 0, but not in the first two weeks; the story is shorter. */
    private OptionalDouble seats() {
        Set<String> people = new HashSet<>();
        of(Fact.Use.class).forEach(use -> people.add(use.user()));
        double ratio = Math.floor(1000.0 * people.size() / customer.seats()) / 1000;
        return people.isEmpty() ? OptionalDouble.empty() : curve(ratio, 0.10, 0, 0.30, 40, 0.60, 80, 0.85, 100);
    }

    private OptionalDouble features() {
        Set<String> features = new HashSet<>();
        of(Fact.Use.class).forEach(use -> features.add(use.feature()));
        return features.isEmpty() ? OptionalDouble.empty() : curve(features.size(), 0, 0, 1, 20, 3, 60, 6, 100);
    }

    /** None of the story is two weeks old. */
    private OptionalDouble oldTickets() {
        return of(Fact.Ticket.class).findAny().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(100);
    }

    private OptionalDouble csat() {
        OptionalDouble mean = answers("csat").mapToInt(Fact.Answer::score).average();
        return mean.isEmpty() ? mean : curve(Math.floor(mean.getAsDouble() * 1000) / 1000, 2.5, 0, 4, 70, 4.7, 100);
    }

    private OptionalDouble nps() {
        return answers("nps")
                .max(Comparator.comparing(Fact.Answer::at))
                .map(newest -> curve(newest.score(), 0, 0, 6, 40, 7, 65, 8, 65, 9, 100))
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble milestones() {
        long missed = of(Fact.Milestone.class).filter(Oracle::missed).count();
        return of(Fact.Milestone.class).findAny().isEmpty()
                ? OptionalDouble.empty()
                : curve(missed, 0, 100, 1, 50, 2, 10);
    }

    private OptionalDouble objective() {
        return of(Fact.Milestone.class)
                .filter(milestone -> milestone.key().equals("objective"))
                .map(milestone -> OptionalDouble.of(milestone.reached() == null ? 60 : 100))
                .findAny()
                .orElse(of(Fact.Milestone.class).findAny().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(20));
    }

    /** The tasks that there must be, with who has each. */
    Map<String, String> tasks() {
        Map<String, String> tasks = new TreeMap<>();
        boolean detractor = answers("nps")
                .max(Comparator.comparing(Fact.Answer::at))
                .filter(newest -> newest.score() <= 6)
                .isPresent();
        if (detractor) {
            task(tasks, Trouble.DETRACTOR);
        }
        if (of(Fact.Milestone.class).anyMatch(Oracle::missed)) {
            task(tasks, Trouble.MILESTONE_MISSED);
        }
        if (of(Fact.Ticket.class).anyMatch(ticket -> ticket.severity().equals("sev1"))) {
            task(tasks, Trouble.SEVERE_TICKET);
        }
        return tasks;
    }

    private void task(Map<String, String> tasks, Trouble trouble) {
        trouble.tasks().forEach(task -> tasks.put(task, customer.owners().get(trouble.role())));
    }

    private static boolean missed(Fact.Milestone milestone) {
        return milestone.key().equals("integration") && milestone.reached() == null;
    }

    private Stream<Fact.Answer> answers(String survey) {
        return of(Fact.Answer.class).filter(answer -> answer.survey().equals(survey));
    }

    private <F extends Fact> Stream<F> of(Class<F> kind) {
        return facts.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Straight between corners, level outside. */
    private static OptionalDouble curve(double value, double... corners) {
        int last = corners.length - 2;
        if (value <= corners[0]) {
            return OptionalDouble.of(corners[1]);
        }
        for (int i = 2; i <= last; i += 2) {
            if (value <= corners[i]) {
                double share = (value - corners[i - 2]) / (corners[i] - corners[i - 2]);
                return OptionalDouble.of(corners[i - 1] + share * (corners[i + 1] - corners[i - 1]));
            }
        }
        return OptionalDouble.of(corners[last + 1]);
    }
}
