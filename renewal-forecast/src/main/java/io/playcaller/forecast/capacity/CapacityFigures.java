package io.playcaller.forecast.capacity;

import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.CapacityReport.Books;
import io.playcaller.forecast.capacity.CapacityReport.Hours;
import io.playcaller.forecast.capacity.CapacityReport.Measured;
import io.playcaller.forecast.capacity.CapacityReport.OneBook;
import io.playcaller.forecast.capacity.CapacityReport.Work;
import io.playcaller.forecast.capacity.CapacityRules.Tier;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.capacity.Book;
import io.playcaller.forecast.engine.capacity.MeasuredWork;
import io.playcaller.forecast.engine.capacity.Spread;
import io.playcaller.forecast.engine.capacity.TaskTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the report from what is known. */
public final class CapacityFigures {

    private static final Map<String, String> DEFINITIONS = Map.of(
            "measured", "tasks that began in the period, by what play-router told of them",
            "minutes", "minutes that capacity.yaml gives to the play of each task",
            "toAccept", "elapsed hours from the beginning of a task until somebody had it",
            "toComplete", "elapsed hours from then until it was completed",
            "inTime", "accepted before its clock ran out, by the business calendars of play-router",
            "books",
                    "accounts with a contract in force today, decided or not, against the bands of capacity.yaml; of several tiers the "
                            + "parts add up",
            "attainment",
                    "share of tasks begun within the promised office minutes: M/M/c (Erlang C), first come, first served, "
                            + "tasks at random through office hours, Monday to Friday; with the correction of Allen and "
                            + "Cunneen where work differs in length",
            "people",
                    "the fewest with whom books keep to their bands, nobody is busier than allowed, and the promise is kept",
            "streams", "usual tasks as often as measured, renewals due, customers that begin as often as they did");

    private final CapacityRules rules;
    private final CapacityKnown known;

    private CapacityFigures(CapacityRules rules, CapacityKnown known) {
        this.rules = rules;
        this.known = known;
    }

    /** The report with a plan of so many quarters, the first of which is what is left of this one. */
    public static CapacityReport of(Ruled<CapacityRules> by, CapacityKnown known, int quarters) {
        CapacityRules rules = by.rules();
        CapacityFigures figures = new CapacityFigures(rules, known);
        CapacityPlanner planner = new CapacityPlanner(rules, known);
        return new CapacityReport(
                known.from(),
                known.today(),
                by.version(),
                new TreeMap<>(DEFINITIONS),
                new Measured(
                        figures.work(task -> List.of(task.segment(), task.stage())),
                        figures.work(task -> List.of(task.role())),
                        known.tasksWithoutBeginning()),
                figures.books(planner),
                planner.plan(WhatIf.nothing(quarters)));
    }

    private List<Work> work(Function<TaskTime, List<String>> key) {
        return MeasuredWork.by(key, known.tasks(), task -> rules.minutes().of(task.play())).stream()
                .map(CapacityFigures::work)
                .toList();
    }

    private static Work work(MeasuredWork work) {
        return new Work(
                work.key(),
                work.tasks(),
                work.accepted(),
                work.completed(),
                work.minutes(),
                hours(work.toAccept()),
                hours(work.toComplete()),
                work.judged(),
                work.judged() == 0 ? null : Rounded.share((double) work.acceptedInTime() / work.judged()));
    }

    private static Hours hours(Spread spread) {
        return new Hours(spread.n(), Rounded.tenths(spread.median()), Rounded.tenths(spread.ninth()));
    }

    private Books books(CapacityPlanner planner) {
        Map<String, Map<String, Map<String, Integer>>> named = new TreeMap<>();
        int nobodys = 0;
        for (Customer customer : known.customers()) {
            Tier tier = tier(customer.tier());
            if (tier != null && tier.named()) {
                String owner = customer.owners().get(tier.role());
                if (owner == null) {
                    nobodys++;
                } else {
                    named.computeIfAbsent(tier.role(), none -> new TreeMap<>())
                            .computeIfAbsent(owner, none -> new TreeMap<>())
                            .merge(customer.tier(), 1, Integer::sum);
                }
            }
        }
        List<OneBook> books = new ArrayList<>();
        named.forEach((role, of) -> of.forEach((owner, accounts) -> books.add(book(owner, role, accounts, 1))));
        List<String> missing = new ArrayList<>();
        rules.tiers().stream().filter(tier -> !tier.named()).forEach(tier -> pooled(tier, planner, books, missing));
        int unknown = (int) known.customers().stream()
                .filter(customer -> tier(customer.tier()) == null)
                .count();
        return new Books(books, unknown, nobodys, missing);
    }

    /** A pool has the people of its role to itself: of those who also have books of their own nothing is taken off. */
    private void pooled(Tier tier, CapacityPlanner planner, List<OneBook> books, List<String> missing) {
        String key = tier.band().tier();
        int accounts = (int) known.customers().stream()
                .filter(customer -> customer.tier().equals(key))
                .count();
        Integer people = rules.roles().stream()
                .filter(role -> role.key().equals(tier.role()))
                .findFirst()
                .map(planner::people)
                .orElse(null);
        if (people == null || people == 0) {
            missing.add("pool/" + key + ": nobody is known to be " + tier.role() + "; state `people` in capacity.yaml");
        } else if (accounts > 0) {
            books.add(book("pool/" + key, tier.role(), Map.of(key, accounts), people));
        }
    }

    private OneBook book(String owner, String role, Map<String, Integer> accounts, int people) {
        Book book = Book.of(owner, accounts, people, rules.bands(role));
        return new OneBook(
                owner,
                role,
                book.accounts(),
                people,
                Rounded.share(book.ofMost()),
                book.fill().key());
    }

    private @Nullable Tier tier(String key) {
        return rules.tiers().stream()
                .filter(tier -> tier.band().tier().equals(key))
                .findFirst()
                .orElse(null);
    }
}
