package io.playcaller.forecast.renewal.app;

import io.playcaller.forecast.renewal.ContractPage;
import io.playcaller.forecast.renewal.QualityItem;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Forecasts in force, for readers. */
public interface ForecastView {

    /** Open contracts in order of renewal. */
    Uni<List<ContractPage.Item>> page(ContractPage asked);

    /** The forecast of an open contract. */
    Uni<Optional<ContractPage.Item>> find(String contractId);

    /** What is wrong, after a place in the order of contract and code. */
    Uni<List<QualityItem>> quality(String afterContract, String afterCode, int limit);
}
