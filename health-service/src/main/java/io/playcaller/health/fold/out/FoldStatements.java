package io.playcaller.health.fold.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.Work;
import io.playcaller.health.fold.Work.Change;
import io.playcaller.health.fold.Work.KeyedSignal;
import io.playcaller.health.fold.Work.Parked;
import io.playcaller.health.fold.Work.Quarantined;
import io.playcaller.health.fold.Work.Released;
import io.playcaller.health.models.ShadowScore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The set statements of one work, each one round trip whatever its size. */
final class FoldStatements {

    private static final StateCodec CODEC = new StateCodec();

    private FoldStatements() {}

    static Uni<Void> store(SqlConnection transaction, int partition, Work work, ScoreJson json) {
        return AccountStatement.store(transaction, partition, work.accounts())
                .chain(() -> history(transaction, work.changes(), json))
                .chain(() -> signals(transaction, work.signals()))
                .chain(() -> released(transaction, work.released()))
                .chain(() -> quarantined(transaction, partition, work.quarantined()))
                .chain(() -> parked(transaction, work.parked()))
                .chain(() -> shadows(transaction, work.shadows()))
                .replaceWithVoid();
    }

    private static Uni<Integer> history(SqlConnection transaction, List<Change> changes, ScoreJson json) {
        String sql = """
                insert into health_history (account_id, rev, valid_from, known_at, score, previous_score, grade,
                                            previous_grade, confidence, said, model_version, computed)
                select account_id, rev, valid_from, known_at, score, previous_score, grade,
                       previous_grade, confidence, said, model_version, computed
                  from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::int[], $6::int[],
                              $7::text[], $8::text[], $9::int[], $10::bytea[], $11::text[], $12::int[])
                    as c (account_id, rev, valid_from, known_at, score, previous_score, grade,
                          previous_grade, confidence, said, model_version, computed)
                """;
        return new Columns<>(changes)
                .texts(change -> change.health().accountId())
                .longs(Change::rev)
                .times(change -> change.health().at())
                .times(change -> change.health().knownAt())
                .integers(change -> (int) change.health().score())
                .integers(FoldStatements::previousScore)
                .texts(change -> change.health().grade().name())
                .texts(FoldStatements::previousGrade)
                .integers(change -> change.health().confidence())
                .buffers(change -> json.of(change.health()))
                .texts(change -> change.health().modelVersion())
                .integers(FoldStatements::computed)
                .execute(transaction, sql);
    }

    /** Of an episode the newest transition stays; a repeated one changes nothing. */
    private static Uni<Integer> signals(SqlConnection transaction, List<KeyedSignal> signals) {
        String sql = """
                insert into signal (episode_id, transition, state, is_open, account_id, opened_at, changed_at, signal,
                                    reasons)
                select episode_id, transition, state, is_open, account_id, opened_at, changed_at, signal::json,
                       string_to_array(reasons, ' ')
                  from unnest($1::uuid[], $2::int[], $3::text[], $4::boolean[], $5::text[], $6::timestamptz[],
                              $7::timestamptz[], $8::text[], $9::text[])
                    as s (episode_id, transition, state, is_open, account_id, opened_at, changed_at, signal, reasons)
                on conflict (episode_id) do update
                   set transition = excluded.transition, state = excluded.state, is_open = excluded.is_open,
                       changed_at = excluded.changed_at, signal = excluded.signal, reasons = excluded.reasons
                 where signal.transition < excluded.transition
                """;
        return new Columns<>(newestOfEach(signals))
                .uuids(SignalChanged::episodeId)
                .integers(SignalChanged::transition)
                .texts(signal -> signal.state().name())
                .flags(signal -> signal.state() == SignalState.OPENED || signal.state() == SignalState.UPDATED)
                .texts(SignalChanged::accountId)
                .times(SignalChanged::openedAt)
                .times(SignalChanged::at)
                .texts(FoldStatements::json)
                .texts(FoldStatements::reasons)
                .execute(transaction, sql);
    }

    private static String reasons(SignalChanged signal) {
        return Stream.concat(Stream.of(signal.reason()), signal.alsoReasons().stream())
                .map(Reason::code)
                .collect(Collectors.joining(" "));
    }

    private static Collection<SignalChanged> newestOfEach(List<KeyedSignal> signals) {
        Map<UUID, SignalChanged> newest = new LinkedHashMap<>();
        for (KeyedSignal keyed : signals) {
            newest.merge(
                    keyed.signal().episodeId(),
                    keyed.signal(),
                    (one, other) -> one.transition() > other.transition() ? one : other);
        }
        return newest.values();
    }

    private static Uni<Integer> released(SqlConnection transaction, Collection<Released> accounts) {
        String sql = """
                with released as (
                    select * from unnest($1::text[], $2::bigint[]) as r (account_id, folded)
                ), out as (
                    delete from quarantine q using released r where q.account_id = r.account_id
                )
                delete from parked_fact p using released r
                 where p.account_id = r.account_id and p.log_offset <= r.folded
                """;
        return new Columns<>(accounts)
                .texts(Released::accountId)
                .longs(Released::folded)
                .execute(transaction, sql);
    }

    private static Uni<Integer> quarantined(SqlConnection transaction, int partition, List<Quarantined> accounts) {
        String sql = """
                insert into quarantine (account_id, partition, log_offset, event_type, event_source, event_id, reason,
                                        letter_id, since)
                select account_id, $1, log_offset, event_type, event_source, event_id, reason, letter_id, since
                  from unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[],
                              $9::timestamptz[])
                    as q (account_id, log_offset, event_type, event_source, event_id, reason, letter_id, since)
                """;
        return new Columns<>(accounts, partition)
                .texts(Quarantined::accountId)
                .longs(account -> account.fact().offset())
                .texts(account -> account.fact().event().type().wire())
                .texts(account -> account.fact().event().envelope().source())
                .texts(account -> account.fact().event().envelope().id())
                .texts(Quarantined::reason)
                .uuids(account -> UUID.fromString(account.letter().letterId()))
                .times(account -> account.fact().event().envelope().receivedAt())
                .execute(transaction, sql);
    }

    private static Uni<Integer> parked(SqlConnection transaction, List<Parked> facts) {
        String sql = """
                insert into parked_fact (account_id, log_offset, headers, value, log_state)
                select account_id, log_offset, headers::json, value, log_state
                  from unnest($1::text[], $2::bigint[], $3::text[], $4::bytea[], $5::bytea[])
                    as p (account_id, log_offset, headers, value, log_state)
                """;
        return new Columns<>(facts)
                .texts(Parked::accountId)
                .longs(parked -> parked.fact().offset())
                .texts(parked -> json(parked.fact().original().headers()))
                .bytes(parked -> parked.fact().original().value())
                .bytes(parked -> CODEC.encode(parked.log()))
                .execute(transaction, sql);
    }

    /** Nothing of a model that is in shadow no longer. */
    private static Uni<Integer> shadows(SqlConnection transaction, List<ShadowScore> scores) {
        String sql = """
                insert into shadow_score (account_id, rev, model_hash, score, grade, known_at)
                select s.account_id, s.rev, s.model_hash, s.score, s.grade, s.known_at
                  from unnest($1::text[], $2::bigint[], $3::text[], $4::int[], $5::text[], $6::timestamptz[])
                    as s (account_id, rev, model_hash, score, grade, known_at)
                  join model_shadow m on m.hash = s.model_hash
                on conflict (account_id) do update
                   set rev = excluded.rev, model_hash = excluded.model_hash, score = excluded.score,
                       grade = excluded.grade, known_at = excluded.known_at
                """;
        return new Columns<>(scores)
                .texts(ShadowScore::accountId)
                .longs(ShadowScore::rev)
                .texts(ShadowScore::modelHash)
                .integers(FoldStatements::score)
                .texts(FoldStatements::grade)
                .times(ShadowScore::knownAt)
                .execute(transaction, sql);
    }

    private static @Nullable Integer score(ShadowScore shadow) {
        Long score = shadow.score();
        return score == null ? null : Math.toIntExact(score);
    }

    private static @Nullable String grade(ShadowScore shadow) {
        Grade grade = shadow.grade();
        return grade == null ? null : grade.name();
    }

    private static @Nullable Integer computed(Change change) {
        Long computed = change.health().computed();
        return computed == null ? null : computed.intValue();
    }

    private static @Nullable Integer previousScore(Change change) {
        Long previous = change.health().previousScore();
        return previous == null ? null : previous.intValue();
    }

    private static @Nullable String previousGrade(Change change) {
        HealthChanged health = change.health();
        return health.previousGrade() == null ? null : health.previousGrade().name();
    }

    private static String json(Object value) {
        return new String(WireJson.write(value), StandardCharsets.UTF_8);
    }
}
