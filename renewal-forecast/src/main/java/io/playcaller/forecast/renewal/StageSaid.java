package io.playcaller.forecast.renewal;

import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.LocalDate;

/** The stage that was last said of a contract, and of which renewal. */
public record StageSaid(RenewalStage stage, LocalDate renewalOn) {

    /** The stage of the renewal on {@code renewal}: each renewal begins anew. */
    public RenewalStage of(LocalDate renewal) {
        return MovedDay.wordsHold(renewalOn, renewal) ? stage : RenewalStage.NOT_STARTED;
    }
}
