package io.playcaller.forecast.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.process.Call;
import io.playcaller.forecast.engine.process.CheckpointLook;
import io.playcaller.forecast.engine.process.Standing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a renewal stands, as people read it. Nothing in it changes with each day.
 *
 * @param ownerRole the role whose work the stage is
 * @param owner staff id; null when there is nobody
 * @param decidedOn the notice deadline, where it comes before the end of the term; else the end of the term
 * @param finalCall the manager's, else the CSM's, else the model's
 * @param csm null while no judgement of theirs counts
 * @param manager the same
 * @param disagreement what a person and the model disagree about; null when they do not
 * @param plays that are open on the account
 * @param process version of {@code renewals.yaml} by which it stands so; null of a line that an earlier release wrote
 */
public record RenewalLine(
        String stage,
        String ownerRole,
        @Nullable String owner,
        LocalDate decidedOn,
        CallLine finalCall,
        CallLine model,
        @Nullable CallLine csm,
        @Nullable CallLine manager,
        @Nullable String disagreement,
        CheckpointLine checkpoint,
        List<String> plays,
        List<FaultLine> faults,
        @Nullable String process) {

    /**
     * A call.
     *
     * @param renews millionths; null where a person named none
     */
    public record CallLine(
            String by,
            Category category,
            @Nullable Integer renews,
            @Nullable Long amountMinor) {

        static CallLine of(Call call) {
            return new CallLine(call.by().key(), call.category(), call.renews(), call.amountMinor());
        }

        static @Nullable CallLine ofNullable(@Nullable Call call) {
            return call == null ? null : of(call);
        }
    }

    /**
     * The checkpoints.
     *
     * @param state none, met or missed
     * @param passed the last one that has passed, such as {@code T-90}; null before the first
     * @param missing what it asks for and is not true
     * @param next null after the last
     */
    public record CheckpointLine(
            String state,
            @Nullable String passed,
            List<String> missing,
            @Nullable String next,
            @Nullable LocalDate nextOn) {

        static CheckpointLine of(CheckpointLook look) {
            String checked = look.missing().isEmpty() ? "met" : "missed";
            return new CheckpointLine(
                    look.passed() == null ? "none" : checked,
                    look.passed() == null ? null : look.passed().key(),
                    look.missing(),
                    look.next() == null ? null : look.next().key(),
                    look.nextOn());
        }
    }

    /** A fault. */
    public record FaultLine(String code, String detail) {}

    /** The line of {@code standing}, by a version of the process. */
    public static RenewalLine of(Standing standing, String process) {
        return new RenewalLine(
                standing.stage().key(),
                standing.ownerRole(),
                standing.owner(),
                standing.decidedOn(),
                CallLine.of(standing.calls().finalCall()),
                CallLine.of(standing.calls().model()),
                CallLine.ofNullable(standing.calls().csm()),
                CallLine.ofNullable(standing.calls().manager()),
                standing.disagreement(),
                CheckpointLine.of(standing.checkpoints()),
                standing.plays(),
                standing.faults().stream()
                        .map(fault -> new FaultLine(fault.code().key(), fault.detail()))
                        .toList(),
                process);
    }
}
