package io.playcaller.forecast.portfolio.app;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.portfolio.Renewal;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** What figures of the whole portfolio are computed from. */
public interface Portfolios {

    /** Today in UTC, by business time. */
    Uni<LocalDate> today();

    /** Every open contract's forecast. */
    Uni<List<Renewal>> renewals();

    /** Every contract, open or closed. */
    Uni<List<ContractRecord>> contracts();
}
