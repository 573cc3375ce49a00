package io.playcaller.forecast.renewal.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.ledger.LedgerProblem;
import io.playcaller.forecast.model.app.Forecasters;
import io.playcaller.forecast.renewal.AccountForecasts;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.renewal.ForecastChanges;
import io.playcaller.forecast.renewal.StoredForecast;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Forecasts accounts anew inside the caller's transaction: load, decide, store what changed, and say it through the
 * outbox. A forecast that says the same is not written again. An account whose forecast fails is listed and stops nobody.
 */
@ApplicationScoped
public class Recompute {

    /** The name of this service on the wire. */
    public static final String SERVICE = "renewal-forecast";

    private static final Logger LOG = Logger.getLogger(Recompute.class);

    private final Forecasts forecasts;
    private final Forecasters forecasters;
    private final PgOutbox outbox;
    private final TopicNames topics;
    private final MeterRegistry meters;
    private final Instance<AroundForecasts> around;

    Recompute(
            Forecasts forecasts,
            Forecasters forecasters,
            PgOutbox outbox,
            TopicNames topics,
            MeterRegistry meters,
            @Any Instance<AroundForecasts> around) {
        this.forecasts = forecasts;
        this.forecasters = forecasters;
        this.outbox = outbox;
        this.topics = topics;
        this.meters = meters;
        this.around = around;
    }

    /** The accounts whose forecasts may move with news of {@code accountIds}: these, and those that are merged with any of them. */
    public Uni<NavigableSet<String>> together(SqlConnection transaction, NavigableSet<String> accountIds) {
        return accountIds.isEmpty() ? Uni.createFrom().item(accountIds) : forecasts.together(transaction, accountIds);
    }

    /** Holds the accounts until the transaction ends; before anything of theirs is written. */
    public Uni<Void> lock(SqlConnection transaction, Collection<String> accountIds) {
        return accountIds.isEmpty() ? Uni.createFrom().voidItem() : forecasts.lock(transaction, accountIds);
    }

    /** Forecasts every open contract of the accounts, which the caller has locked. */
    public Uni<Void> forecast(SqlConnection transaction, Collection<String> accountIds) {
        if (accountIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return forecasts
                .now(transaction)
                .chain(now -> each(beside -> beside.before(transaction, accountIds, now))
                        .chain(() -> forecasters.inForce(transaction))
                        .chain(forecaster -> forecasts
                                .inputs(transaction, accountIds)
                                .chain(inputs -> forecasts
                                        .stored(transaction, accountIds)
                                        .chain(stored -> store(transaction, forecaster, inputs, stored, now)))));
    }

    private Uni<Void> store(
            SqlConnection transaction,
            ContractForecaster forecaster,
            List<AccountInputs> inputs,
            Map<String, List<StoredForecast>> stored,
            Instant now) {
        List<StoredForecast.Next> changed = new ArrayList<>();
        List<StoredForecast> ended = new ArrayList<>();
        Map<String, List<LedgerProblem>> problems = new TreeMap<>();
        Map<String, List<Made>> all = new TreeMap<>();
        for (AccountInputs account : inputs) {
            try {
                AccountForecasts decided = AccountForecasts.of(account, forecaster, forecasters.gapDays(), now);
                List<Made> made = decided.forecasts();
                ForecastChanges changes =
                        ForecastChanges.between(stored.getOrDefault(account.accountId(), List.of()), made);
                changed.addAll(changes.changed());
                ended.addAll(changes.ended());
                problems.put(account.accountId(), decided.problems());
                all.put(account.accountId(), made);
                meters.counter("forecast.made").increment(made.size());
            } catch (RuntimeException e) {
                meters.counter("forecast.failed").increment();
                LOG.errorf(e, "the contracts of account %s cannot be forecast", account.accountId());
                problems.put(account.accountId(), AccountForecasts.failed(account, e));
            }
        }
        meters.counter("forecast.changed").increment(changed.size());
        return forecasts
                .write(transaction, new ForecastChanges(changed, ended))
                .chain(() -> forecasts.problems(transaction, problems, now))
                .chain(() -> outbox.append(transaction, said(changed, ended)))
                .chain(() -> each(beside -> beside.after(transaction, all, inputs, now)));
    }

    /** One after the other: they share the connection. */
    private Uni<Void> each(Function<AroundForecasts, Uni<Void>> step) {
        return around.stream()
                .reduce(Uni.createFrom().voidItem(), (done, next) -> done.chain(() -> step.apply(next)), (a, b) -> b);
    }

    private List<OutboxRecord> said(List<StoredForecast.Next> changed, List<StoredForecast> ended) {
        String topic = topics.of(Topic.RENEWAL_FORECASTS);
        List<OutboxRecord> records = new ArrayList<>();
        for (StoredForecast.Next next : changed) {
            RenewalForecast forecast = next.forecast();
            String id = Ids.derived("renewal-forecast", forecast.contractId(), next.rev())
                    .toString();
            Envelope envelope = Envelope.own(id, SERVICE, forecast.asOf(), forecast.accountId(), next.rev());
            records.add(OutboxRecord.of(topic, forecast.contractId(), envelope, forecast));
        }
        ended.forEach(gone ->
                records.add(OutboxRecord.tombstone(topic, gone.forecast().contractId())));
        return records;
    }
}
