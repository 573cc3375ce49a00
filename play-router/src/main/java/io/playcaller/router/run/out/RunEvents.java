package io.playcaller.router.run.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.account.AccountState;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.RunEnd;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the end of a run that has a course says on Kafka: the same as the end of one that is a single task. */
@ApplicationScoped
public class RunEvents {

    private static final String SERVICE = "play-router";

    private final TopicNames topics;
    private final PgAccounts accounts;

    RunEvents(TopicNames topics, PgAccounts accounts) {
        this.topics = topics;
        this.accounts = accounts;
    }

    /** One for each run, with how its account stands now. */
    public Uni<List<OutboxRecord>> ended(Transaction tx, List<PlayRun> runs) {
        List<String> accountIds = runs.stream()
                .map(PlayRun::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return accountIds.isEmpty()
                ? Uni.createFrom().item(records(runs, Map.of()))
                : accounts.states(tx, accountIds).map(states -> records(runs, states));
    }

    private List<OutboxRecord> records(List<PlayRun> runs, Map<String, AccountState> states) {
        List<OutboxRecord> records = new ArrayList<>();
        for (PlayRun run : runs) {
            RunEnd end = run.end();
            if (end != null) {
                AccountState state = run.accountId() == null
                        ? AccountState.UNKNOWN
                        : states.getOrDefault(run.accountId(), AccountState.UNKNOWN);
                records.add(record(run, end, state));
            }
        }
        return records;
    }

    private OutboxRecord record(PlayRun run, RunEnd end, AccountState state) {
        PlayEnded fact = new PlayEnded(
                run.playRunId(),
                run.play().key(),
                run.accountId(),
                run.episodeId(),
                run.reason(),
                Arm.TREATED,
                end.outcome(),
                run.startedAt(),
                end.at(),
                0,
                state.score(),
                state.grade(),
                state.stage(),
                state.arr());
        Envelope envelope = Envelope.own(
                Ids.derived("play-ended", run.playRunId(), 0).toString(), SERVICE, end.at(), run.accountId(), 1);
        return OutboxRecord.of(topics.of(Topic.PLAY_OUTCOMES), run.playRunId().toString(), envelope, fact);
    }
}
