package io.playcaller.health.engine;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.health.engine.episode.Past;
import io.playcaller.health.engine.episode.Sight;
import io.playcaller.health.engine.episode.Teller;
import io.playcaller.health.engine.episode.Teller.Telling;
import io.playcaller.health.engine.episode.Told.Muted;
import io.playcaller.health.engine.episode.Turn;
import io.playcaller.health.engine.episode.Watch;
import io.playcaller.health.engine.episode.Watcher;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.Assessor;
import io.playcaller.health.engine.score.HealthWriter;
import io.playcaller.health.engine.score.Said;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges an account anew after its facts, the time or the model moved. */
final class Judge {

    private final Assessor assessor;
    private final HealthWriter words;
    private final Watcher watcher;
    private final Teller teller;

    Judge(Assessor assessor, HealthWriter words) {
        this.assessor = assessor;
        this.words = words;
        this.watcher = new Watcher(assessor);
        this.teller = new Teller(assessor.model(), words);
    }

    /** Before the first tick there is no time at which anything could be judged. */
    boolean started(LogState log) {
        return log.now().isAfter(Instant.EPOCH);
    }

    Step judge(AccountState before, Facts facts, LogState log, Move move) {
        if (!started(log)) {
            return step(before, facts, waiting(before.standing(), move.importing()), null, List.of());
        }
        long now = log.now().toEpochMilli();
        Freeze freeze = Freeze.of(facts, log);
        long from = from(before, facts, freeze, move);
        boolean ahead = facts.totals().newestAt() > now;
        boolean watched = from <= now || (ahead && from <= facts.totals().newestAt());
        if (!watched && !move.visible()) {
            return step(before, facts, standing(before.standing(), move.importing()), null, List.of());
        }
        Assessment assessment = assessor.assess(View.current(facts, freeze, now));
        HealthChanged change = words.change(
                before.accountId(), before.standing().said(), assessment, move.cause(), at(move, log), log.now());
        Said said = change == null ? before.standing().said() : words.said(assessment);
        if (!watched) {
            Standing standing = new Standing(
                    before.standing().boundary(),
                    said,
                    before.standing().watch(),
                    freeze,
                    assessor.model().contentHash(),
                    move.importing());
            return step(before, facts, standing, change, List.of());
        }
        Sight sight =
                watcher.watch(before.standing().watch(), facts, freeze, now, from, Past.of(log, move.importing()));
        Turn turn = new Turn(
                before.accountId(),
                assessment,
                log.now(),
                move.cause(),
                move.envelope(),
                move.muted(),
                SignalOrigin.LIVE);
        Telling telling = teller.tell(sight, turn);
        Standing standing = standing(sight.boundary(), said, telling.watch(), freeze, move.importing());
        return step(before, facts, standing, change, telling.signals());
    }

    /** Folds history without judging it: the account is due with the next tick. */
    Step later(AccountState before, Facts facts) {
        return step(before, facts, waiting(before.standing(), true), null, List.of());
    }

    /** Tells what history opened and is open now. */
    Step triage(AccountState before, LogState log) {
        long now = log.now().toEpochMilli();
        Standing standing = before.standing();
        Sight sight = watcher.watch(
                standing.watch(), before.facts(), standing.freeze(), now, standing.boundary(), Past.SETTLED);
        Assessment assessment = assessor.assess(View.current(before.facts(), standing.freeze(), now));
        Turn turn =
                new Turn(before.accountId(), assessment, log.now(), Cause.TIME, null, Muted.NO, SignalOrigin.BACKFILL);
        Telling telling = teller.triage(sight, turn);
        Standing after = standing(standing.boundary(), standing.said(), telling.watch(), standing.freeze(), false);
        return step(before, before.facts(), after, null, telling.signals());
    }

    private static long from(AccountState before, Facts facts, Freeze freeze, Move move) {
        boolean everything = before.standing().boundary() == Standing.NEVER
                || before.standing().model().isEmpty()
                || facts.firstAt() != before.facts().firstAt()
                || !freeze.equals(before.standing().freeze());
        return everything
                ? Long.MIN_VALUE
                : Math.min(move.from(), before.standing().boundary());
    }

    /** A fact changed the score when it happened; anything else when the log's clock says. */
    private static Instant at(Move move, LogState log) {
        if (move.envelope() == null) {
            return log.now();
        }
        Instant happened = move.envelope().time();
        return happened.isAfter(move.envelope().receivedAt()) ? move.envelope().receivedAt() : happened;
    }

    private static Standing waiting(Standing before, boolean importing) {
        return new Standing(0, before.said(), before.watch(), before.freeze(), before.model(), importing);
    }

    private static Standing standing(Standing before, boolean importing) {
        return before.importing() == importing
                ? before
                : new Standing(
                        before.boundary(), before.said(), before.watch(), before.freeze(), before.model(), importing);
    }

    private Standing standing(long boundary, Said said, Watch watch, Freeze freeze, boolean importing) {
        return new Standing(boundary, said, watch, freeze, assessor.model().contentHash(), importing);
    }

    private static Step step(
            AccountState before,
            Facts facts,
            Standing standing,
            @Nullable HealthChanged change,
            List<SignalChanged> signals) {
        AccountState after = new AccountState(before.accountId(), facts, standing);
        return new Step(after.equals(before) ? before : after, change == null ? List.of() : List.of(change), signals);
    }
}
