package io.playcaller.forecast.memory;

import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.memory.BridgeStep;
import io.playcaller.forecast.engine.memory.ForecastBridge;
import io.playcaller.forecast.engine.memory.Standing;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.util.List;

/**
 * A contract on two days.
 *
 * @param traits of its account today
 */
public record RememberedContract(
        String contractId,
        String accountId,
        String currency,
        Traits traits,
        DayInMemory before,
        DayInMemory after,
        List<Judgement> judgements) {

    /** The same with what people in charge said of it. */
    public RememberedContract judged(List<Judgement> said) {
        return new RememberedContract(contractId, accountId, currency, traits, before, after, said);
    }

    /** Its parts in the change of a period's figure: one, or two where its currency became another. */
    public List<Change> changes(ForecastBridge period) {
        RenewalForecast was = before.forecast();
        RenewalForecast is = after.forecast();
        if (was == null || is == null || was.arr().currency().equals(is.arr().currency())) {
            return List.of(change(period));
        }
        return List.of(
                in(was.arr().currency(), before, DayInMemory.NOTHING).change(period),
                in(is.arr().currency(), DayInMemory.NOTHING, after).change(period));
    }

    private RememberedContract in(String other, DayInMemory from, DayInMemory until) {
        return new RememberedContract(contractId, accountId, other, traits, from, until, judgements);
    }

    private Change change(ForecastBridge period) {
        Standing was = before.standing(period, judgements);
        Standing is = after.standing(period, judgements);
        return new Change(this, period.figure(was), period.steps(was, is), period.figure(is));
    }

    /** before + steps = after. */
    public record Change(RememberedContract contract, long before, List<BridgeStep> steps, long after) {}
}
