package io.playcaller.forecast.process;

import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * That a renewal is in a stage from now on. Never changed.
 *
 * @param author who said so; {@link #REGISTER} for an opportunity
 * @param confirmed what they said has been done, in words of the process
 * @param despite what was missing and a lead let pass
 */
public record StageMove(
        UUID moveId,
        String contractId,
        LocalDate renewalOn,
        RenewalStage stage,
        String author,
        String reason,
        List<String> confirmed,
        List<String> despite,
        Instant at) {

    /** The author of what an opportunity of the register says. */
    public static final String REGISTER = "register";
}
