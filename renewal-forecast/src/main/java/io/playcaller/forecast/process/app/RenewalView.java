package io.playcaller.forecast.process.app;

import io.playcaller.forecast.engine.process.FaultCode;
import io.playcaller.forecast.process.ListedFault;
import io.playcaller.forecast.process.ListedRenewal;
import io.playcaller.forecast.process.RenewalQuestion;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How renewals stand, for readers. */
public interface RenewalView {

    /** Renewals in order of renewal, after a place in it; null for the first. */
    Uni<List<ListedRenewal>> renewals(RenewalQuestion asked, RenewalQuestion.@Nullable After after, int limit);

    /**
     * Faults, after a place in the order of contract and code.
     *
     * @param code null for all
     */
    Uni<List<ListedFault>> faults(@Nullable FaultCode code, String afterContract, String afterCode, int limit);

    /** How many faults there are, by code. */
    Uni<Map<String, Long>> faultCounts();
}
