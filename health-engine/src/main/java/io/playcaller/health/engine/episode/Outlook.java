package io.playcaller.health.engine.episode;

import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.profile.Placed;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.Assessor;
import io.playcaller.health.engine.score.HealthWriter;
import io.playcaller.health.engine.score.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When an account will have to be looked at next if nothing happens to it. Whatever time alone does happens at an instant of
 * {@link io.playcaller.health.engine.fact.Instants}, when an automaton is due, or at a UTC midnight; so an account is judged
 * at the midnights ahead, one after the other, as it will be judged when they come, until one of them would say something. Up
 * to then it sleeps. What moves it, be it an age, a window, a cooldown or a stage, is not asked: a measure or condition that
 * is added needs nothing here.
 *
 * <p>It goes to sleep when a whole UTC day went by without a fact; not while history of it comes, and not while anything of it
 * is frozen: how far a quiet source was alive may be said anew at any tick. Nor while anything waits to be said: a midnight that
 * undoes it says nothing, yet it is forgotten then.
 */
public final class Outlook {

    /**
     * The longest sleep. With the days of a track ({@link Horizon}) everything that an account slept through can be judged when
     * it wakes.
     */
    static final int LONGEST_DAYS = 27;

    private final Assessor assessor;
    private final Watcher watcher;
    private final Teller teller;
    private final HealthWriter words;

    public Outlook(Assessor assessor, Watcher watcher, Teller teller, HealthWriter words) {
        this.assessor = assessor;
        this.watcher = watcher;
        this.teller = teller;
        this.words = words;
    }

    /**
     * The next time, in milliseconds, at which anything may be said, never later than {@link #LONGEST_DAYS} on.
     *
     * @param sight what watching found
     * @param told what was told of it
     * @param said what was said of its health
     * @param placed where it is placed
     * @param turn in which that was
     */
    public long next(Sight sight, Watch told, Said said, Placed placed, Turn turn) {
        View now = turn.now().context().view();
        long tomorrow = Days.start(now.day() + 1);
        boolean stirred = turn.envelope() != null || now.facts().totals().newestAt() >= Days.start(now.day() - 1);
        boolean unsettled = turn.muted() != Told.Muted.NO || now.freeze().any();
        boolean sleepless = stirred || unsettled || said.waits() || told.judgedBefore() != tomorrow;
        Night night = new Night(sight, told, said, placed, turn);
        return sleepless ? Math.min(night.due(), tomorrow) : night.end(tomorrow);
    }

    /** The last midnight of a sleep; the same whenever it began, and another for each account, so that not all wake at once. */
    private static long longest(String accountId, long today) {
        long phase = Math.floorMod(today - accountId.hashCode(), (long) LONGEST_DAYS);
        return Days.start(today + LONGEST_DAYS - phase);
    }

    /** The midnights ahead of one account. */
    private final class Night {

        private final Sight sight;
        private final Watch told;
        private final Said said;
        private final Placed placed;
        private final Turn turn;
        private final Facts facts;
        private final Freeze freeze;
        private final List<Automaton> automata;
        private final List<Spell> lasting;
        private Track track;

        private Night(Sight sight, Watch told, Said said, Placed placed, Turn turn) {
            this.sight = sight;
            this.told = told;
            this.said = said;
            this.placed = placed;
            this.turn = turn;
            this.facts = turn.now().context().view().facts();
            this.freeze = turn.now().context().view().freeze();
            this.automata = watcher.automata(sight.phases());
            this.lasting = sight.spells().stream()
                    .filter(spell -> !Rules.once(spell.rule()))
                    .toList();
            this.track = told.track();
        }

        private long end(long tomorrow) {
            long longest = longest(turn.accountId(), Days.of(tomorrow) - 1);
            for (long midnight = tomorrow; midnight < Math.min(due(), longest); midnight += Days.MILLIS) {
                if (opensOrCloses(midnight) || says(midnight)) {
                    return midnight;
                }
            }
            return Math.min(due(), longest);
        }

        /** The next instant, other than a midnight, at which anything can happen as the automata stand. */
        private long due() {
            long due = sight.next();
            for (Automaton automaton : automata) {
                due = Math.min(due, automaton.due());
            }
            return due;
        }

        /** Whether an automaton moves with the midnight's point itself; one that is due after it says so. */
        private boolean opensOrCloses(long midnight) {
            track = track.plus(watcher.settled(midnight, facts, freeze));
            for (Automaton automaton : automata) {
                Phase before = automaton.phase();
                watcher.point(automaton, track, track.size() - 1);
                Phase after = automaton.phase();
                if (after.closedAt() != before.closedAt()
                        || after.lastOpened() != before.lastOpened()
                        || automaton.due() <= midnight) {
                    return true;
                }
            }
            return false;
        }

        private boolean says(long midnight) {
            Facts rolled = facts.rollTo(midnight, freeze);
            Assessment then = assessor.assess(View.current(rolled, freeze, midnight));
            boolean sameParent = facts.register()
                    .parentOn(Days.of(midnight))
                    .equals(facts.register()
                            .parentOn(turn.now().context().view().day()));
            if (!words.said(assessor.withChildren(then)).same(said)
                    || !then.placement().placed().equals(placed)
                    || !sameParent) {
                return true;
            }
            List<Spell> spells = new ArrayList<>(lasting);
            spells.addAll(Once.of(assessor.model(), facts, freeze, midnight, told.baseAt()));
            Turn later = new Turn(
                    turn.accountId(),
                    then,
                    Instant.ofEpochMilli(midnight),
                    turn.cause(),
                    null,
                    turn.muted(),
                    turn.origin(),
                    turn.readings());
            Teller.Telling telling = teller.tell(new Sight(told, track, spells, sight.phases(), sight.next()), later);
            return !telling.signals().isEmpty()
                    || !told.told().containsAll(telling.watch().told());
        }
    }
}
