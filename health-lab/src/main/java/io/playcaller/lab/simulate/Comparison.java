package io.playcaller.lab.simulate;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.lab.simulate.Course.Episode;
import io.playcaller.lab.simulate.Simulated.Pair;
import io.playcaller.lab.simulate.Simulated.Version;
import io.playcaller.lab.simulate.Simulation.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sums up partitions that were replayed. Mutable. */
final class Comparison {

    private static final Comparator<Regraded> LARGEST_FIRST = Comparator.comparingLong((Regraded account) ->
                    account.arr() == null ? -1 : account.arr().minor())
            .reversed()
            .thenComparing(Regraded::accountId);

    private final Question question;
    private final List<Regraded> regraded = new ArrayList<>();
    private final ProductMoves products = new ProductMoves();
    private final SortedMap<String, Integer> grades = new TreeMap<>();
    private final SortedMap<String, Pair<SignalTally>> signals = new TreeMap<>();
    private final List<Unit> unitsNow = new ArrayList<>();
    private final List<Unit> unitsThen = new ArrayList<>();
    private long facts;
    private long unreadable;
    private int accounts;
    private int failed;
    private Instant until = Instant.EPOCH;

    Comparison(Question question) {
        this.question = question;
    }

    void add(PartitionReplay replay, long cannotBeRead) {
        Instant from = replay.now().minus(question.since());
        facts += replay.facts();
        unreadable += cannotBeRead;
        failed += replay.failed.size();
        until = replay.now().isAfter(until) ? replay.now() : until;
        for (Map.Entry<String, AccountState> state : replay.inForce.states().entrySet()) {
            String account = state.getKey();
            accounts++;
            AccountState other = replay.candidate.states().get(account);
            if (other != null) {
                grade(state.getValue(), other);
                products.add(
                        replay.inForce.products(account, replay.log()),
                        replay.candidate.products(account, replay.log()));
            }
            signals(replay.inForce.course(account), replay.candidate.course(account), from);
        }
        units(replay, from);
    }

    private void grade(AccountState now, AccountState then) {
        Grade from = now.score() == null ? null : now.grade();
        Grade to = then.score() == null ? null : then.grade();
        if (from != to) {
            grades.merge(letter(from) + "→" + letter(to), 1, Integer::sum);
            regraded.add(
                    new Regraded(now.accountId(), now.name(), from, to, now.score(), then.score(), arr(now.profile())));
        }
    }

    private static String letter(@Nullable Grade grade) {
        return grade == null ? "-" : grade.name();
    }

    private static @Nullable Money arr(@Nullable Profile profile) {
        return profile == null ? null : profile.arr();
    }

    private void signals(Course now, Course then, Instant from) {
        Set<String> reasons = new TreeSet<>();
        now.episodes().forEach(episode -> reasons.add(episode.reason()));
        then.episodes().forEach(episode -> reasons.add(episode.reason()));
        for (String reason : reasons) {
            SignalTally here = tally(now, reason, from);
            SignalTally there = tally(then, reason, from);
            Pair<SignalTally> both = new Pair<>(alone(here, there), alone(there, here));
            if (!both.equals(new Pair<>(SignalTally.NONE, SignalTally.NONE))) {
                signals.merge(
                        reason,
                        both,
                        (sum, more) -> new Pair<>(
                                sum.inForce().plus(more.inForce()),
                                sum.candidate().plus(more.candidate())));
            }
        }
    }

    private static SignalTally tally(Course course, String reason, Instant from) {
        int opened = 0;
        int closed = 0;
        int open = 0;
        for (Episode episode : course.episodes()) {
            if (episode.reason().equals(reason)) {
                opened += episode.opened().isBefore(from) ? 0 : 1;
                closed += episode.closed() == null || episode.closed().isBefore(from) ? 0 : 1;
                open += episode.closed() == null ? 1 : 0;
            }
        }
        return new SignalTally(opened, closed, open, 0);
    }

    private static SignalTally alone(SignalTally here, SignalTally there) {
        int only = here.opened() > 0 && there.opened() == 0 ? 1 : 0;
        return new SignalTally(here.opened(), here.closed(), here.open(), only);
    }

    /** Of what was decided in the span, where the account was known by the time at which a warning would have counted. */
    private void units(PartitionReplay replay, Instant from) {
        List<Outcome> outcomes =
                question.labels().isEmpty() ? replay.ends.outcomes() : Simulation.labelled(question.labels(), replay);
        Set<String> there = new HashSet<>(replay.inForce.states().keySet());
        for (Outcome outcome : outcomes) {
            Instant heard = replay.firstHeard.getOrDefault(outcome.account(), Instant.MAX);
            Instant decided = outcome.decided() == null ? outcome.at() : outcome.decided();
            boolean inSpan = !decided.isBefore(from) && !decided.isAfter(replay.now());
            if (inSpan && !heard.isAfter(outcome.at()) && there.contains(outcome.account())) {
                unitsNow.add(Unit.of(outcome, replay.inForce.course(outcome.account())));
                unitsThen.add(Unit.of(outcome, replay.candidate.course(outcome.account())));
            }
        }
    }

    Simulated result(Pair<Version> versions) {
        return new Simulated(
                versions.inForce(),
                versions.candidate(),
                until.minus(question.since()),
                until,
                facts,
                accounts,
                failed,
                unreadable,
                grades,
                regraded.stream().sorted(LARGEST_FIRST).toList(),
                products.all(),
                signals,
                unitsNow.isEmpty() ? null : new Pair<>(Foretold.of(unitsNow), Foretold.of(unitsThen)));
    }
}
