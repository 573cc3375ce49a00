package io.playcaller.forecast.meeting.app;

import io.playcaller.forecast.meeting.ContractAtRisk;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Which contracts are called at risk or lost. */
public interface ContractsAtRisk {

    /** Of the open contracts those whose final call says so now. */
    Uni<List<ContractAtRisk>> now();
}
