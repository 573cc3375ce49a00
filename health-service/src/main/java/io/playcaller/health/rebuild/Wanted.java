package io.playcaller.health.rebuild;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a run.
 *
 * @param goOn from where the rebuild that is there stands; else from the beginning of the log, in an empty schema
 * @param switchOver whether it takes the running state's place when nothing speaks against it
 * @param accept codes of the reasons that do not speak against it
 */
public record Wanted(boolean goOn, boolean switchOver, List<String> accept) {

    public Wanted {
        accept = List.copyOf(accept);
    }

    Set<DifferenceReason> accepted() {
        return accept.stream()
                .flatMap(code -> DifferenceReason.ofCode(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What of the verdict forbids the switch. */
    public List<String> forbidden(Verdict verdict) {
        return verdict.against(accepted());
    }
}
