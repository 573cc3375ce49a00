package io.playcaller.forecast.intake.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.forecast.intake.Milestones.Reached;
import io.playcaller.forecast.intake.Told;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The tables of what worked: a statement per table and batch, rows in order of their keys. */
final class PgOutcomeInputs {

    private static final String PLAY_ENDS = """
            insert into play_end (play_run_id, days_after, account_id, play, reason, arm, outcome, started_at, at, body)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::timestamptz[], $9::timestamptz[], $10::text[])
            on conflict do nothing""";

    private static final String LOOKS = """
            insert into play_look (play_run_id, days_after, account_id, play, started_at, at, body)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                $7::text[])
            on conflict do nothing""";

    private static final String LOSS_REVIEWS = """
            insert into loss_review (contract_id, reviewed_on, account_id, version, body)
            select * from unnest($1::text[], $2::date[], $3::text[], $4::bigint[], $5::text[])
            on conflict (contract_id, reviewed_on) do update
            set account_id = excluded.account_id, version = excluded.version, body = excluded.body
            where loss_review.version < excluded.version""";

    private static final String REFERENCES = """
            insert into account_reference (account_id, version, body)
            select * from unnest($1::text[], $2::bigint[], $3::text[])
            on conflict (account_id) do update set version = excluded.version, body = excluded.body
            where account_reference.version < excluded.version""";

    private static final String MILESTONES = """
            insert into milestone_reached (account_id, milestone, reached_at)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[])
            on conflict (account_id, milestone) do update set reached_at = excluded.reached_at
            where milestone_reached.reached_at > excluded.reached_at""";

    private static final String EPISODES = """
            insert into risk_episode (episode_id, account_id, transition, reason, also_reasons, severity, opened_at,
                ended_at, retracted)
            select * from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[],
                $7::timestamptz[], $8::timestamptz[], $9::boolean[])
            on conflict (episode_id) do update
            set transition = excluded.transition, reason = excluded.reason, also_reasons = excluded.also_reasons,
                severity = excluded.severity, ended_at = excluded.ended_at, retracted = excluded.retracted
            where risk_episode.transition < excluded.transition""";

    private PgOutcomeInputs() {}

    static Uni<Void> store(SqlConnection transaction, Told told) {
        return playEnds(transaction, told.outcomes().playEnds())
                .chain(() -> looks(transaction, told.outcomes().looks()))
                .chain(() -> PgPlayContent.store(transaction, told.outcomes()))
                .chain(() -> lossReviews(transaction, told.outcomes().lossReviews()))
                .chain(() -> references(transaction, told.outcomes().references()))
                .chain(() -> milestones(transaction, told.milestones().all()))
                .chain(() -> episodes(transaction, told.signals()));
    }

    private static Uni<Void> playEnds(SqlConnection transaction, Collection<PlayEnded> all) {
        return run(
                transaction,
                PLAY_ENDS,
                all,
                column(all, PlayEnded::playRunId, UUID[]::new),
                column(all, PlayEnded::daysAfter, Integer[]::new),
                column(all, PlayEnded::accountId, String[]::new),
                column(all, PlayEnded::play, String[]::new),
                column(all, ended -> ended.reason().code(), String[]::new),
                column(all, ended -> word(ended.arm()), String[]::new),
                column(all, ended -> word(ended.outcome()), String[]::new),
                column(all, ended -> StoredTime.of(ended.startedAt()), OffsetDateTime[]::new),
                column(all, ended -> StoredTime.of(ended.at()), OffsetDateTime[]::new),
                column(all, PgOutcomeInputs::json, String[]::new));
    }

    private static Uni<Void> looks(SqlConnection transaction, Collection<PlayLookedBack> all) {
        return run(
                transaction,
                LOOKS,
                all,
                column(all, PlayLookedBack::playRunId, UUID[]::new),
                column(all, PlayLookedBack::daysAfter, Integer[]::new),
                column(all, PlayLookedBack::accountId, String[]::new),
                column(all, PlayLookedBack::play, String[]::new),
                column(all, look -> StoredTime.of(look.startedAt()), OffsetDateTime[]::new),
                column(all, look -> StoredTime.of(look.at()), OffsetDateTime[]::new),
                column(all, PgOutcomeInputs::json, String[]::new));
    }

    private static Uni<Void> lossReviews(SqlConnection transaction, Collection<LossReviewRecord> all) {
        return run(
                transaction,
                LOSS_REVIEWS,
                all,
                column(all, LossReviewRecord::contractId, String[]::new),
                column(all, LossReviewRecord::reviewedOn, LocalDate[]::new),
                column(all, LossReviewRecord::accountId, String[]::new),
                column(all, LossReviewRecord::version, Long[]::new),
                column(all, PgOutcomeInputs::json, String[]::new));
    }

    private static Uni<Void> references(SqlConnection transaction, Collection<ReferencesRecord> all) {
        return run(
                transaction,
                REFERENCES,
                all,
                column(all, ReferencesRecord::accountId, String[]::new),
                column(all, ReferencesRecord::version, Long[]::new),
                column(all, PgOutcomeInputs::json, String[]::new));
    }

    private static Uni<Void> milestones(SqlConnection transaction, Collection<Reached> all) {
        return run(
                transaction,
                MILESTONES,
                all,
                column(all, Reached::accountId, String[]::new),
                column(all, Reached::milestone, String[]::new),
                column(all, it -> StoredTime.of(it.at()), OffsetDateTime[]::new));
    }

    private static Uni<Void> episodes(SqlConnection transaction, Collection<SignalChanged> signals) {
        List<SignalChanged> all = signals.stream()
                .filter(signal -> signal.kind() == SignalKind.RISK)
                .toList();
        return run(
                transaction,
                EPISODES,
                all,
                column(all, SignalChanged::episodeId, UUID[]::new),
                column(all, signal -> String.valueOf(signal.accountId()), String[]::new),
                column(all, SignalChanged::transition, Integer[]::new),
                column(all, signal -> signal.reason().code(), String[]::new),
                column(
                        all,
                        signal -> String.join(
                                " ",
                                signal.alsoReasons().stream().map(Reason::code).toList()),
                        String[]::new),
                column(all, signal -> word(signal.severity()), String[]::new),
                column(all, signal -> StoredTime.of(signal.openedAt()), OffsetDateTime[]::new),
                column(all, signal -> ended(signal) ? StoredTime.of(signal.at()) : null, OffsetDateTime[]::new),
                column(all, signal -> signal.state() == SignalState.RETRACTED, Boolean[]::new));
    }

    private static boolean ended(SignalChanged signal) {
        return signal.state() == SignalState.CLEARED || signal.state() == SignalState.RETRACTED;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String json(Object data) {
        return new String(WireJson.write(data), StandardCharsets.UTF_8);
    }

    /** Nothing to say is not said. */
    private static Uni<Void> run(SqlConnection transaction, String sql, Collection<?> rows, Object... columns) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(Tuple.wrap(columns)).replaceWithVoid();
    }

    private static <T, C> C[] column(Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
