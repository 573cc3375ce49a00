package io.playcaller.health.engine.profile;

import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.Register;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.TierMoves;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What an account was worth from day to day, as far as the versions of its contracts tell.
 *
 * @param steps in order; each holds until the next
 * @param keptSince day of the oldest version where older ones are not kept; {@link #ALL} where all are
 */
record ArrHistory(List<Step> steps, long keptSince) {

    private static final long ALL = Long.MIN_VALUE;

    private static final ArrHistory NONE = new ArrHistory(List.of(), ALL);

    /**
     * @param arr {@link Worth#NOTHING} without an open contract
     * @param termEnds whether a term ended then
     */
    record Step(long day, long arr, boolean termEnds) {}

    static ArrHistory of(View view) {
        Keyed<Contract> kept = view.facts().register().contracts();
        if (kept.isEmpty()) {
            return NONE;
        }
        Collection<History<Contract>> contracts = kept.byId().values();
        TreeSet<Long> days = new TreeSet<>();
        TreeSet<Long> ends = new TreeSet<>();
        long keptSince = ALL;
        for (History<Contract> history : contracts) {
            boolean cut = history.versions().size() >= Register.CONTRACT_VERSIONS;
            keptSince = cut ? Math.max(keptSince, Days.of(history.oldest().at())) : keptSince;
            for (Version<Contract> version : history.versions()) {
                if (version.at() <= view.seen() || version.equals(history.oldest())) {
                    days(version, days, ends);
                }
            }
        }
        view.holdings().all().forEach(held -> ends.add(held.overDay()));
        days.addAll(ends);
        days.tailSet(view.day(), false).clear();
        rolled(contracts, view, days, ends);
        days.addAll(ends.headSet(view.day(), true));
        List<Step> steps = new ArrayList<>();
        for (long day : days) {
            long seen = Math.min(view.seen(), Days.start(day + 1) - 1);
            steps.add(new Step(day, Worth.on(day, seen, kept), ends.contains(day)));
        }
        return new ArrHistory(steps, keptSince);
    }

    private static void days(Version<Contract> version, TreeSet<Long> days, TreeSet<Long> ends) {
        Contract contract = version.value();
        days.add(contract.signedDay());
        days.add(Days.of(version.at()));
        contract.revenue().forEach(revenue -> revenue.levels().forEach(level -> days.add(level.day())));
        ends.add(contract.endedDay());
        ends.add(contract.overDay());
    }

    /** What goes down waits for the end of a term: the next after each step. */
    private static void rolled(
            Collection<History<Contract>> contracts, View view, TreeSet<Long> days, TreeSet<Long> ends) {
        for (History<Contract> history : contracts) {
            Contract contract = history.at(view.seen()).value();
            for (long day : contract.runsOn() ? List.copyOf(days) : List.<Long>of()) {
                ends.add(Math.min(Term.of(contract, day).endDay(), contract.overDay()));
            }
        }
    }

    boolean cut() {
        return keptSince != ALL;
    }

    /**
     * What stands for the time before the first step that is known of a customer whose older versions are not kept, so that ARR
     * which goes to and fro goes on moving nobody: the highest, but for what is so new that a higher tier is still waited for.
     */
    long beforeFirst(TierMoves moves, long today) {
        boolean whole = keptSince <= today - moves.downAfterDays();
        long until = whole ? today - moves.upAfterDays() : today;
        return steps.stream()
                .filter(step -> step.day() <= until)
                .mapToLong(Step::arr)
                .max()
                .orElse(Worth.NOTHING);
    }
}
