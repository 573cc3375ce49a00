package io.playcaller.contracts.register;

import io.playcaller.contracts.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product of a contract.
 *
 * @param arr annual recurring revenue at the start; of a line that is billed by use what is committed to; zero for what does
 *     not recur
 * @param seats paid seats; null where the product is not sold by seat
 * @param evergreen true when it has no end: {@code endsOn} is then the first day on which it may be given up, and it is never
 *     due; else null
 * @param ramp agreed steps of its ARR, in order of their days; null without any
 * @param usage what was billed by use, month by month in order; null where it is not billed by use
 * @param oneTime what is paid once and recurs in no figure; null without any
 */
public record ContractLine(
        String lineId,
        String productId,
        Money arr,
        @Nullable Integer seats,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Boolean evergreen,
        @Nullable List<DatedAmount> ramp,
        @Nullable List<DatedAmount> usage,
        @Nullable Money oneTime) {

    /** One with an end, the same ARR throughout and nothing else to pay. */
    public ContractLine(
            String lineId, String productId, Money arr, @Nullable Integer seats, LocalDate startsOn, LocalDate endsOn) {
        this(lineId, productId, arr, seats, startsOn, endsOn, null, null, null, null);
    }

    /** Whether it goes on until somebody gives it up. */
    public boolean neverEnds() {
        return evergreen != null && evergreen;
    }

    /** From which day on its ARR is another, by what was used or by its ramp, in order; a step of the ramp beyond its end never comes. */
    public List<DatedAmount> steps() {
        if (usage != null) {
            return UsageArr.of(this);
        }
        return ramp == null
                ? List.of()
                : ramp.stream()
                        .filter(step -> neverEnds() || step.on().isBefore(endsOn))
                        .toList();
    }
}
