package io.playcaller.router.account.in;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.account.out.PgAccounts.HealthCopy;
import io.playcaller.router.kafka.Batches;
import io.playcaller.router.kafka.Letters;
import io.playcaller.router.kafka.RecordReader;
import io.playcaller.router.kafka.RecordReader.Read;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.app.TaskChanges;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps score, grade and last touch of accounts from {@code health-changes}. A touch after a task was made meets its first
 * touch, whoever wrote it down.
 */
@ApplicationScoped
public class HealthConsumer {

    private final RecordReader reader;
    private final Letters letters;
    private final PgAccounts accounts;
    private final PgTasks tasks;
    private final TaskChanges changes;
    private final Transactions transactions;

    HealthConsumer(
            RecordReader reader,
            Letters letters,
            PgAccounts accounts,
            PgTasks tasks,
            TaskChanges changes,
            Transactions transactions) {
        this.reader = reader;
        this.letters = letters;
        this.accounts = accounts;
        this.tasks = tasks;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Incoming("health-changes")
    public Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        RecordReader.Batch batch = reader.read(records);
        return Batches.take(
                        "copying health",
                        batch.events(),
                        this::copy,
                        refused -> letters.send(
                                List.of(letters.failed(refused.item().record(), refused.why()))))
                .chain(() -> letters.send(batch.letters()));
    }

    private Uni<Void> copy(List<Read> reads) {
        Map<String, HealthCopy> newest = new HashMap<>();
        for (Read read : reads) {
            if (read.event().data() instanceof HealthChanged health) {
                HealthCopy copy = new HealthCopy(read.event().envelope().rev(), health);
                newest.merge(health.accountId(), copy, (one, other) -> other.rev() >= one.rev() ? other : one);
            }
        }
        return transactions.run(
                tx -> accounts.health(tx, newest.values()).chain(news -> meetFirstTouches(tx, newest, news)));
    }

    private Uni<Void> meetFirstTouches(Transaction tx, Map<String, HealthCopy> newest, List<String> news) {
        Map<String, Instant> touches = news.stream()
                .map(newest::get)
                .filter(copy -> copy != null && copy.health().lastTouchAt() != null)
                .collect(Collectors.toMap(
                        copy -> copy.health().accountId(), copy -> copy.health().lastTouchAt()));
        if (touches.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tasks.lockOpen(tx, touches.keySet(), List.of()).chain(open -> {
            List<Changed> met = new ArrayList<>();
            open.forEach(task -> {
                Instant touch = touches.get(task.signal().accountId());
                if (touch != null && new TaskDecider(tx.now()).touchSeen(task, touch) instanceof Changed changed) {
                    met.add(changed);
                }
            });
            return changes.write(tx, met);
        });
    }
}
