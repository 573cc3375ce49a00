package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What criteria are asked about.
 *
 * @param lastTouchOn null when there never was one that was told
 * @param openReasons of the signals that are open on the account
 * @param confirmed what people said has been done for this renewal, in words of the process
 */
public record RenewalFacts(
        LocalDate today,
        RenewalStage stage,
        Calls calls,
        @Nullable HealthView health,
        @Nullable LocalDate lastTouchOn,
        Set<String> milestones,
        Set<Reason> openReasons,
        Set<String> confirmed) {}
