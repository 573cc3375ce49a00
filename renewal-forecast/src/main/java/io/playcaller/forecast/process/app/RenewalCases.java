package io.playcaller.forecast.process.app;

import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.process.RenewalCase;
import io.playcaller.forecast.model.app.Forecasters;
import io.playcaller.forecast.process.LoadedAccount;
import io.playcaller.forecast.renewal.AccountForecasts;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.renewal.app.Forecasts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds one renewal with all that is known of it. */
@ApplicationScoped
public class RenewalCases {

    private final Renewals renewals;
    private final Forecasts forecasts;
    private final Forecasters forecasters;
    private final ProcessInputs inputs;

    RenewalCases(Renewals renewals, Forecasts forecasts, Forecasters forecasters, ProcessInputs inputs) {
        this.renewals = renewals;
        this.forecasts = forecasts;
        this.forecasters = forecasters;
        this.inputs = inputs;
    }

    /** A renewal, and the business time of the transaction. */
    public record Found(String accountId, RenewalCase renewal, Instant now) {}

    /** The renewal of a contract; empty when it is not up for renewal. */
    public Uni<Optional<Found>> find(SqlConnection transaction, String contractId) {
        return renewals.place(transaction, contractId)
                .chain(place -> place.isEmpty()
                        ? Uni.createFrom().item(Optional.<Found>empty())
                        : load(transaction, place.get().accountId(), contractId));
    }

    /** The same, and holds its account until the transaction ends. */
    public Uni<Optional<Found>> hold(SqlConnection transaction, String contractId) {
        return renewals.place(transaction, contractId)
                .chain(place -> place.isEmpty()
                        ? Uni.createFrom().item(Optional.<Found>empty())
                        : forecasts
                                .lock(transaction, List.of(place.get().accountId()))
                                .chain(() -> load(transaction, place.get().accountId(), contractId)));
    }

    private Uni<Optional<Found>> load(SqlConnection transaction, String accountId, String contractId) {
        return forecasts
                .now(transaction)
                .chain(now -> forecasters
                        .inForce(transaction)
                        .chain(forecaster -> forecasts
                                .inputs(transaction, List.of(accountId))
                                .map(known -> made(known, forecaster, now)))
                        .chain(made -> inputs.load(transaction, made, LocalDate.ofInstant(now, ZoneOffset.UTC)))
                        .map(accounts -> accounts.stream()
                                .map(LoadedAccount::renewals)
                                .flatMap(List::stream)
                                .filter(renewal ->
                                        renewal.forecast().contractId().equals(contractId))
                                .findFirst()
                                .map(renewal -> new Found(accountId, renewal, now))));
    }

    private Map<String, List<Made>> made(List<AccountInputs> known, ContractForecaster forecaster, Instant now) {
        return known.stream()
                .collect(Collectors.toMap(
                        AccountInputs::accountId,
                        account -> AccountForecasts.of(account, forecaster, forecasters.gapDays(), now)
                                .forecasts()));
    }
}
