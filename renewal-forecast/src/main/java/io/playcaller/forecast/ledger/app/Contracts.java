package io.playcaller.forecast.ledger.app;

import io.playcaller.contracts.register.ContractRecord;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** Contracts as the register last told them. Those that were withdrawn never were. */
public interface Contracts {

    /** Every one, open or closed, in order of their ids and as of one moment. Who asks while they are read shares the reading. */
    Uni<List<ContractRecord>> all();

    /** Those of some accounts, in order of their ids. */
    Uni<List<ContractRecord>> of(Collection<String> accountIds);
}
