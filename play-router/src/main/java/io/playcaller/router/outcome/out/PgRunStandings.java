package io.playcaller.router.outcome.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.account.AccountState;
import io.playcaller.router.outcome.RunStanding;
import io.playcaller.router.outcome.RunStanding.End;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How runs and their accounts stand, as far as it was copied here. */
@ApplicationScoped
public class PgRunStandings {

    /**
     * Days of contracts count from the day on which the run began, by UTC, and until today. A message that was lost on its way may have
     * arrived, and counts as sent.
     */
    private static final String FIND = """
            select run.play_run_id, run.play, run.account_id, run.episode_id, run.reason, run.arm, run.outcome,
                   run.started_at, run.ended_at, run.start_score,
                   account.score, account.grade, account.stage, account.arr_minor, account.arr_currency,
                   array(select distinct signal.body ->> 'reason' from signal
                         where signal.account_id = run.account_id and signal.open and signal.body ->> 'kind' = 'risk'
                         order by 1),
                   case when account.health_rev > 0
                        then coalesce(account.last_touch_at >= run.started_at, false) end,
                   (select bool_or(coalesce(renewed_on between (run.started_at at time zone 'UTC')::date and $2, false))
                    from contract where contract.account_id = run.account_id and contract.stands),
                   (select bool_or(coalesce(churned_on between (run.started_at at time zone 'UTC')::date and $2, false))
                    from contract where contract.account_id = run.account_id and contract.stands),
                   account.merged_into,
                   array(select distinct message.template from digital_message as message
                         where message.play_run_id = run.play_run_id and message.state in ('sent', 'lost')
                         order by 1),
                   run.holdout_percent
            from play_run as run left join account on account.account_id = run.account_id
            where run.play_run_id = any($1)""";

    /** Of these runs, in no order. */
    public Uni<List<RunStanding>> find(Transaction tx, Collection<UUID> runs) {
        LocalDate today = LocalDate.ofInstant(tx.now(), ZoneOffset.UTC);
        Tuple parameters = Tuple.of(runs.toArray(UUID[]::new), today);
        return tx.connection().preparedQuery(FIND).execute(parameters).map(rows -> {
            List<RunStanding> found = new ArrayList<>();
            rows.forEach(row -> found.add(standing(row)));
            return found;
        });
    }

    private static RunStanding standing(Row row) {
        return new RunStanding(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                row.getUUID(3),
                reason(row.getString(4)),
                Arm.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getInteger(21),
                row.getOffsetDateTime(7).toInstant(),
                end(row),
                row.getLong(9),
                state(row),
                new AccountAfter(
                        Stream.of(row.getArrayOfStrings(15))
                                .map(PgRunStandings::reason)
                                .toList(),
                        row.getBoolean(16),
                        row.getBoolean(17),
                        row.getBoolean(18),
                        row.getString(19)),
                List.of(row.getArrayOfStrings(20)));
    }

    private static @Nullable End end(Row row) {
        OffsetDateTime at = row.getOffsetDateTime(8);
        return at == null ? null : new End(PlayOutcome.valueOf(row.getString(6)), at.toInstant());
    }

    private static AccountState state(Row row) {
        String grade = row.getString(11);
        Long arr = row.getLong(13);
        return new AccountState(
                row.getLong(10),
                grade == null ? null : Grade.valueOf(grade),
                row.getString(12),
                arr == null ? null : new Money(arr, row.getString(14)));
    }

    private static Reason reason(String code) {
        return Reason.ofCode(code).orElse(Reason.UNKNOWN);
    }
}
