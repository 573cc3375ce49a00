package io.playcaller.router.account.in;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.kafka.Persistently;
import io.playcaller.router.kafka.RecordReader;
import io.playcaller.router.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps copies of accounts and their owners from {@code account-register}. Everything else there is passed over. */
@ApplicationScoped
public class RegisterConsumer {

    private final RecordReader reader;
    private final PgAccounts accounts;
    private final Transactions transactions;

    RegisterConsumer(RecordReader reader, PgAccounts accounts, Transactions transactions) {
        this.reader = reader;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Incoming("account-register")
    public Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        RecordReader.Batch batch = reader.read(records);
        Collection<AccountRecord> changedAccounts =
                newest(batch.of(AccountRecord.class), AccountRecord::accountId, AccountRecord::version);
        Collection<OwnersRecord> changedOwners =
                newest(batch.of(OwnersRecord.class), OwnersRecord::accountId, OwnersRecord::version);
        return Persistently.doIt(
                "copying the register",
                () -> transactions.run(tx -> accounts.accounts(tx, changedAccounts)
                        .chain(() -> accounts.owners(tx, changedOwners))
                        .chain(() -> tx.say(batch.letters()))));
    }

    private static <T extends Record> Collection<T> newest(
            List<Event<T>> events, Function<T, String> key, ToLongFunction<T> version) {
        return events.stream()
                .map(Event::data)
                .collect(Collectors.toMap(
                        key,
                        Function.identity(),
                        (one, other) -> version.applyAsLong(other) >= version.applyAsLong(one) ? other : one))
                .values();
    }
}
