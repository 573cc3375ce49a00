package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractRecord;
import java.time.temporal.ChronoUnit;

/**
 * How a contract followed on another.
 *
 * @param days between the end of the first and the start of the second: negative when it was renewed early, positive when late
 */
public record RenewalTiming(String contractId, String next, long days) {

    static RenewalTiming between(ContractRecord first, ContractRecord second) {
        return new RenewalTiming(
                first.contractId(), second.contractId(), ChronoUnit.DAYS.between(first.endsOn(), second.startsOn()));
    }

    /** {@code early}, {@code on-time} or {@code late}. */
    public String key() {
        if (days == 0) {
            return "on-time";
        }
        return days < 0 ? "early" : "late";
    }
}
