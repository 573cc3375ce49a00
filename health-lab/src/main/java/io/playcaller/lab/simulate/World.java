package io.playcaller.lab.simulate;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.health.ProductScore;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.product.ProductScores;
import io.playcaller.health.engine.state.AccountState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The accounts of one partition as one model sees them, stepped as their owner would. Mutable. */
final class World {

    /** One step of an account by the engine. */
    private interface Transition {
        Step of(AccountState state);
    }

    private final HealthEngine engine;
    private final ProductScores products;
    private final Set<String> failed;
    private final Map<String, AccountState> states = new HashMap<>();
    private final Map<String, Course> courses = new TreeMap<>();
    private final DueList due = new DueList();

    /** @param failed learns of accounts whose fold threw: health-service would quarantine them */
    World(HealthEngine engine, Set<String> failed) {
        this.engine = engine;
        this.products = new ProductScores(engine.model());
        this.failed = failed;
    }

    void fact(String account, LogState log, Event<?> fact) {
        states.computeIfAbsent(account, engine::fresh);
        step(account, log, state -> engine.apply(state, log, fact));
    }

    /** The log says something to everybody. */
    void broadcast(LogState before, LogState after, Event<?> fact) {
        if (fact.data() instanceof BackfillEnded) {
            everyone(after, state -> engine.settle(state, after));
            return;
        }
        if (fact.data() instanceof PeerBaselinePublished) {
            everyone(after, state -> engine.comparedAnew(state, before, after));
            return;
        }
        due.at(after.now()).forEach(account -> step(account, after, state -> engine.advance(state, after)));
        if (!after.flipped(before).isEmpty() || !after.usageSince().equals(before.usageSince())) {
            everyone(
                    after,
                    state -> engine.concerned(state, after)
                            ? engine.advance(state, after)
                            : new Step(state, List.of(), List.of()));
        }
    }

    /** Brings all accounts to where the log stands. */
    void end(LogState log) {
        everyone(log, state -> engine.upTo(state, log));
    }

    /** Not folded any more: its fold threw in one of the worlds. */
    void drop(String account) {
        states.remove(account);
        courses.remove(account);
        due.set(account, null);
    }

    private void everyone(LogState log, Transition transition) {
        List.copyOf(states.keySet()).forEach(account -> step(account, log, transition));
    }

    private void step(String account, LogState log, Transition transition) {
        AccountState state = states.get(account);
        if (state == null) {
            return;
        }
        try {
            stepped(account, log, state, transition.of(state));
        } catch (RuntimeException e) {
            failed.add(account);
        }
    }

    private void stepped(String account, LogState log, AccountState before, Step step) {
        states.put(account, step.state());
        due.set(account, step.state().nextBoundary());
        boolean waits = before.unsaid() || step.state().unsaid();
        if (!step.changes().isEmpty() || !step.signals().isEmpty() || waits) {
            Course course = courses.computeIfAbsent(account, name -> new Course());
            step.changes().forEach(course::said);
            step.signals().forEach(course::said);
            if (waits) {
                course.stood(engine.score(step.state(), log, log.now()));
            }
        }
    }

    Map<String, AccountState> states() {
        return states;
    }

    /** How each product that an account uses stands by the log's time. */
    List<ProductScore> products(String account, LogState log) {
        AccountState state = Objects.requireNonNull(states.get(account));
        Freeze freeze = Freeze.of(state.facts(), log);
        View view = View.current(state.facts(), freeze, log.now().toEpochMilli());
        return products.of(Context.of(engine.model(), view));
    }

    Course course(String account) {
        return courses.getOrDefault(account, new Course());
    }
}
