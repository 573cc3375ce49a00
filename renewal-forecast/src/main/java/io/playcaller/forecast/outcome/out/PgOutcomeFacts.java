package io.playcaller.forecast.outcome.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.memory.TermOutcome;
import io.playcaller.forecast.engine.review.RiskEpisode;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.ledger.app.Contracts;
import io.playcaller.forecast.ledger.out.MergeRows;
import io.playcaller.forecast.memory.app.Judgements;
import io.playcaller.forecast.memory.out.TermRows;
import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.Customers;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.outcome.RunCount;
import io.playcaller.forecast.outcome.app.OutcomeFacts;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what others said and the snapshots; writes {@code adoption_day} alone. Rows are read on a worker thread: there may be a
 * hundred thousand of them.
 */
@ApplicationScoped
public class PgOutcomeFacts implements OutcomeFacts {

    private static final String TODAY = "select (playcaller_now() at time zone 'UTC')::date as day";
    private static final String LOSS_REVIEWS = "select body from loss_review order by contract_id, reviewed_on";
    private static final String REFERENCES = "select body from account_reference order by account_id";

    /** Not of an account on which the play ran before: looks at that run may be of before the period, or of a version that kept none. */
    private static final String LOOKS = """
            select body from play_look as look
            where at >= $1::date::timestamp at time zone 'UTC'
                and at < $2::date::timestamp at time zone 'UTC'
                and not exists (select from play_end as earlier
                                where earlier.days_after = 0 and earlier.play = look.play
                                  and earlier.account_id = look.account_id and earlier.started_at < look.started_at)
            order by play_run_id, days_after""";

    private static final String RUNS = """
            select play, count(*) as ended, count(*) filter (where outcome = 'retracted') as retracted
            from play_end
            where days_after = 0 and at >= $1::date::timestamp at time zone 'UTC'
                and at < $2::date::timestamp at time zone 'UTC'
            group by play
            order by play""";

    private static final String EPISODES = """
            select account_id, reason, also_reasons, (opened_at at time zone 'UTC')::date as opened_on,
                (ended_at at time zone 'UTC')::date as ended_on
            from risk_episode
            where not retracted
            order by episode_id""";

    private static final String REACHED = """
            select account_id, (reached_at at time zone 'UTC')::date as reached_on
            from milestone_reached
            where milestone = $1""";

    private static final String SEGMENTS = "select account_id, segment from health where segment is not null";

    private static final String ADOPTION = """
            select day, segment, accounts, total::float8 as total, squares::float8 as squares, customers_only
            from adoption_day
            where day = (select max(day) from adoption_day where day <= $1 and day > $1::date - 31)
            order by segment""";

    private static final String ADOPTION_TO_KEEP = """
            select exists (select from health where adoption is not null)
                and not exists (select from adoption_day where day = $1) as wanted""";

    private static final String KEEP_ADOPTION = """
            insert into adoption_day (day, segment, accounts, total, squares, customers_only)
            select $1, coalesce(segment, 'unknown'), count(*), sum(adoption), sum(adoption::numeric * adoption), true
            from health
            where adoption is not null and account_id = any($2)
                and not exists (select from adoption_day where day = $1)
            group by coalesce(segment, 'unknown')
            on conflict do nothing""";

    private final Pool pool;
    private final Contracts contracts;
    private final KnownRows known;

    PgOutcomeFacts(Pool pool, Contracts contracts, Judgements judgements, InForce<CategoryRule> categories) {
        this.pool = pool;
        this.contracts = contracts;
        this.known = new KnownRows(pool, judgements, categories);
    }

    @Override
    public Uni<LocalDate> today() {
        return all(TODAY, Tuple.tuple(), row -> row.getLocalDate("day")).map(days -> days.get(0));
    }

    @Override
    public Uni<CustomerContracts> contracts() {
        return MergeRows.read(pool)
                .chain(merged -> contracts.all().map(all -> new CustomerContracts(all, merged)))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public Uni<List<TermOutcome>> terms(LocalDate from) {
        return TermRows.from(pool, from).emitOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public Uni<List<PlayLookedBack>> looks(LocalDate from, LocalDate until) {
        return bodies(LOOKS, Tuple.of(from, until), PlayLookedBack.class);
    }

    @Override
    public Uni<List<RunCount>> runs(LocalDate from, LocalDate until) {
        return all(
                RUNS,
                Tuple.of(from, until),
                row -> new RunCount(row.getString("play"), row.getLong("ended"), row.getLong("retracted")));
    }

    @Override
    public Uni<List<RiskEpisode>> riskEpisodes() {
        return all(EPISODES, Tuple.tuple(), PgOutcomeFacts::episode);
    }

    @Override
    public Uni<List<LossReviewRecord>> lossReviews() {
        return bodies(LOSS_REVIEWS, Tuple.tuple(), LossReviewRecord.class);
    }

    @Override
    public Uni<List<ReferencesRecord>> references() {
        return bodies(REFERENCES, Tuple.tuple(), ReferencesRecord.class);
    }

    @Override
    public Uni<Map<String, LocalDate>> reached(String milestone) {
        return pool.preparedQuery(REACHED).execute(Tuple.of(milestone)).map(rows -> {
            Map<String, LocalDate> reached = new HashMap<>();
            rows.forEach(row -> reached.put(row.getString("account_id"), row.getLocalDate("reached_on")));
            return reached;
        });
    }

    @Override
    public Uni<Map<String, String>> segments() {
        return pool.query(SEGMENTS).execute().map(rows -> {
            Map<String, String> segments = new HashMap<>();
            rows.forEach(row -> segments.put(row.getString("account_id"), row.getString("segment")));
            return segments;
        });
    }

    @Override
    public Uni<List<KnownBefore>> knownBefore(List<Turn> turns, int days) {
        return known.read(turns, days);
    }

    @Override
    public Uni<List<Adoption.Sums>> adoption(LocalDate day) {
        return all(ADOPTION, Tuple.of(day), PgOutcomeFacts::sums);
    }

    @Override
    public Uni<Void> keepAdoption() {
        return today().chain(day -> all(ADOPTION_TO_KEEP, Tuple.of(day), row -> row.getBoolean("wanted"))
                .chain(wanted -> wanted.contains(true)
                        ? keepAdoption(day)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> keepAdoption(LocalDate day) {
        return contracts()
                .map(known -> Customers.on(known, day).toArray(String[]::new))
                .chain(customers -> pool.preparedQuery(KEEP_ADOPTION).execute(Tuple.of(day, customers)))
                .replaceWithVoid();
    }

    private <T> Uni<List<T>> bodies(String sql, Tuple arguments, Class<T> type) {
        return all(sql, arguments, row -> WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), type));
    }

    private <T> Uni<List<T>> all(String sql, Tuple arguments, Function<Row, T> reader) {
        return pool.preparedQuery(sql)
                .execute(arguments)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<T> all = new ArrayList<>(rows.size());
                    rows.forEach(row -> all.add(reader.apply(row)));
                    return all;
                });
    }

    private static RiskEpisode episode(Row row) {
        String codes = row.getString("reason") + " " + row.getString("also_reasons");
        Set<Reason> reasons =
                Stream.of(codes.strip().split(" ", -1)).map(Reason::ofWire).collect(Collectors.toUnmodifiableSet());
        @Nullable LocalDate endedOn = row.getLocalDate("ended_on");
        return new RiskEpisode(row.getString("account_id"), reasons, row.getLocalDate("opened_on"), endedOn);
    }

    private static Adoption.Sums sums(Row row) {
        return new Adoption.Sums(
                row.getLocalDate("day"),
                row.getString("segment"),
                row.getInteger("accounts"),
                row.getDouble("total"),
                row.getDouble("squares"),
                row.getBoolean("customers_only"));
    }
}
