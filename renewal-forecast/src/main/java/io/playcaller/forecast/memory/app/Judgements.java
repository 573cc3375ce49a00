package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.memory.Judgement;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What people in charge said of renewals, whether it stands still or not. */
public interface Judgements {

    /** All of the contracts, by contract, in the order in which they were said. */
    Uni<Map<String, List<Judgement>>> of(Collection<String> contractIds);
}
