package io.playcaller.health.engine.episode;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.judgement.Reminders;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.profile.StageClock;
import java.util.ArrayList;
import java.util.List;

/** What happens once in a customer's life, as the facts tell it. */
final class Once {

    private static final String FIRST_VALUE = "first-value";

    private Once() {}

    /** What happened since {@code since} and up to now. */
    static List<Spell> of(HealthModel model, Facts facts, Freeze freeze, long now, long since) {
        View view = View.current(facts, freeze, now);
        long signed = Long.MAX_VALUE;
        long started = Long.MAX_VALUE;
        for (History<Contract> history : facts.register().contracts().byId().values()) {
            signed = Math.min(signed, history.newest().value().signedDay());
            started = Math.min(started, history.newest().value().startDay());
        }
        List<Spell> spells = new ArrayList<>();
        if (signed != Long.MAX_VALUE) {
            add(spells, Reason.LIFE_CONTRACT_SIGNED, Days.start(signed), since, now);
            add(spells, Reason.LIFE_STARTED, Days.start(started), since, now);
        }
        long newest = Math.max(now, facts.totals().newestAt());
        add(spells, Reason.LIFE_FIRST_VALUE, StageClock.reached(view, FIRST_VALUE), since, newest);
        long exit = StageClock.exitByMilestones(model.profile().stages(), view);
        add(spells, Reason.LIFE_STAGE_EXIT, exit, since, newest);
        for (long at : Reminders.between(view.facts().judgement(), since, now)) {
            add(spells, Reason.LIFE_OVERRIDE_EXPIRING, at, since, now);
        }
        return spells;
    }

    private static void add(List<Spell> spells, Reason reason, long at, long since, long until) {
        if (at >= since && at <= until) {
            spells.add(new Spell(Rules.once(reason), at, 1, at, Long.MAX_VALUE));
        }
    }
}
