package io.playcaller.forecast.engine.process;

import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a renewal stands.
 *
 * @param ownerRole the role whose work its stage is
 * @param owner who holds that role on the account, else its CSM, else who has the plan; null when there is nobody
 * @param decidedOn the last day on which the customer decides
 * @param plays the plays that are open on the account
 * @param disagreement what a person and the model disagree about; null when they do not
 */
public record Standing(
        RenewalStage stage,
        String ownerRole,
        @Nullable String owner,
        LocalDate decidedOn,
        Calls calls,
        CheckpointLook checkpoints,
        List<String> plays,
        @Nullable String disagreement,
        List<Fault> faults,
        List<WantedSignal> signals) {}
