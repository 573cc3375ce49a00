package io.playcaller.forecast.learning.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.forecast.config.ModelConfig;
import io.playcaller.forecast.engine.contract.ContractModel;
import io.playcaller.forecast.lab.trial.Drift;
import io.playcaller.forecast.lab.trial.Enough;
import io.playcaller.forecast.lab.trial.Lesson;
import io.playcaller.forecast.lab.trial.ModelCard;
import io.playcaller.forecast.lab.trial.Trial;
import io.playcaller.forecast.learning.ClosedAccount;
import io.playcaller.forecast.learning.Newest;
import io.playcaller.forecast.model.ModelChoice;
import io.playcaller.forecast.model.ModelList.Attempt;
import io.playcaller.forecast.model.app.Forecasters;
import io.playcaller.forecast.model.app.Models;
import io.playcaller.forecast.renewal.app.Recompute;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tries to learn a better model, once in a while and on one replica: reads the pasts of accounts in slices of a short query each,
 * learns and judges on a worker thread, and puts in force what beat the model in force. What a hand chose meanwhile stays.
 */
@ApplicationScoped
public class Learning {

    private static final Logger LOG = Logger.getLogger(Learning.class);
    private static final int ACCOUNTS_AT_ONCE = 100;
    private static final long SEED = 42;
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("'fit-'uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final Pool pool;
    private final ClosedAccounts accounts;
    private final Models models;
    private final Forecasters forecasters;
    private final ModelConfig config;
    private final MeterRegistry meters;

    Learning(
            Pool pool,
            ClosedAccounts accounts,
            Models models,
            Forecasters forecasters,
            ModelConfig config,
            MeterRegistry meters) {
        this.pool = pool;
        this.accounts = accounts;
        this.models = models;
        this.forecasters = forecasters;
        this.config = config;
        this.meters = meters;
    }

    /** One attempt, if it is time for one and nobody else makes it. */
    public Uni<Void> learnIfDue() {
        return pool.withTransaction(transaction -> models.now(transaction)
                        .chain(now -> accounts.takeTurn(transaction, now, config.refitEvery())
                                .chain(mine -> mine
                                        ? begin(transaction, now)
                                        : Uni.createFrom().nullItem())))
                .onItem()
                .ifNotNull()
                .transformToUni(this::learn)
                .replaceWithVoid();
    }

    /** @param stored the version in force, as the store names it */
    private record Begun(Instant now, String stored, ContractModel inForce) {

        LocalDate today() {
            return LocalDate.ofInstant(now, ZoneOffset.UTC);
        }
    }

    private Uni<Begun> begin(SqlConnection transaction, Instant now) {
        return models.inForce(transaction)
                .chain(stored ->
                        forecasters.inForce(transaction).map(forecaster -> new Begun(now, stored, forecaster.model())));
    }

    private Uni<Void> learn(Begun begun) {
        Newest lessons = new Newest(config.mostLooks());
        return read("", begun, lessons)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(done -> trial(begun).run(lessons.all(), VERSION.format(begun.now()), begun.now()))
                .chain(result -> keep(begun, result));
    }

    private Trial trial(Begun begun) {
        ModelConfig.Least least = config.least();
        return new Trial(
                begun.inForce(),
                forecasters.prior(),
                new Enough(least.toLearn(), least.toCalibrate(), least.toJudge()),
                SEED);
    }

    private Uni<Boolean> read(String after, Begun begun, Newest lessons) {
        return accounts.after(after, begun.today(), ACCOUNTS_AT_ONCE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(slice -> {
                    slice.forEach(account -> lessons.add(lessons(account, begun)));
                    return slice.size() < ACCOUNTS_AT_ONCE
                            ? Uni.createFrom().item(true)
                            : read(slice.get(slice.size() - 1).accountId(), begun, lessons);
                });
    }

    /** An account that cannot be read teaches nothing and stops nobody. */
    private List<Lesson> lessons(ClosedAccount account, Begun begun) {
        try {
            return account.examples().stream()
                    .map(example -> Lesson.of(example, begun.inForce()))
                    .toList();
        } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
            meters.counter("forecast.model.accounts.failed").increment();
            LOG.errorf(e, "nothing can be learnt from the contracts of account %s", account.accountId());
            return List.of();
        }
    }

    private Uni<Void> keep(Begun begun, Trial.Result result) {
        Attempt attempt = new Attempt(
                begun.now(),
                begun.inForce().version(),
                result.data().orElse(null),
                result.drift().orElse(null),
                result.drift().map(Drift::drifting).orElse(null),
                result.verdicts(),
                result.card().map(ModelCard::version).orElse(null));
        meters.counter(
                        "forecast.model.attempts",
                        "made",
                        Boolean.toString(result.card().isPresent()))
                .increment();
        return pool.withTransaction(transaction -> models.add(transaction, attempt)
                .chain(() -> result.card().isPresent()
                        ? promote(transaction, begun, result.card().get())
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> promote(SqlConnection transaction, Begun begun, ModelCard card) {
        ModelChoice choice = new ModelChoice(
                card.version(),
                begun.now(),
                Recompute.SERVICE,
                "beat " + begun.inForce().version() + " on the endings after " + card.calibrateUntil());
        return models.add(transaction, card)
                .chain(() -> models.inForce(transaction))
                .chain(now -> config.promote() && now.equals(begun.stored())
                        ? models.choose(transaction, choice)
                        : Uni.createFrom().voidItem());
    }
}
