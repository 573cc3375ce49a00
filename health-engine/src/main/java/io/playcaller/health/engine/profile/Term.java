package io.playcaller.health.engine.profile;

import io.playcaller.contracts.register.ContractTerm;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Days;

/**
 * The term of a contract that runs on a day, as {@link io.playcaller.contracts.register.ContractRecord#termOn} says it.
 *
 * @param startDay first day
 * @param endDay first day of the next one; {@link Long#MAX_VALUE} of what has no end
 */
public record Term(long startDay, long endDay) {

    public static Term of(Contract contract, long day) {
        Term written = new Term(contract.startDay(), contract.endDay());
        return contract.renewsItself() ? written.on(Math.min(day, contract.noticeReceivedDay())) : written;
    }

    /** Whether there is a day on which it ends. */
    boolean ends() {
        return endDay != Long.MAX_VALUE;
    }

    /** The one that follows it. */
    Term next() {
        return on(endDay);
    }

    private Term on(long day) {
        if (!ends() || startDay >= endDay || day < endDay) {
            return this;
        }
        ContractTerm term = new ContractTerm(Days.date(startDay), Days.date(endDay)).on(Days.date(day));
        return new Term(term.startsOn().toEpochDay(), term.endsOn().toEpochDay());
    }
}
