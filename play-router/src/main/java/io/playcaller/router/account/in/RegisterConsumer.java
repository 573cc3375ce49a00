package io.playcaller.router.account.in;

import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.account.out.PgContracts;
import io.playcaller.router.kafka.EventBatches;
import io.playcaller.router.kafka.RecordReader;
import io.playcaller.router.kafka.RecordReader.Read;
import io.playcaller.router.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps copies of accounts, their owners and their contracts from {@code account-register}. All else there is passed over. */
@ApplicationScoped
public class RegisterConsumer {

    private final EventBatches batches;
    private final PgAccounts accounts;
    private final PgContracts contracts;
    private final Transactions transactions;

    RegisterConsumer(EventBatches batches, PgAccounts accounts, PgContracts contracts, Transactions transactions) {
        this.batches = batches;
        this.accounts = accounts;
        this.contracts = contracts;
        this.transactions = transactions;
    }

    @Incoming("account-register")
    public Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return batches.take("copying the register", records, this::copy);
    }

    private Uni<Void> copy(List<Read> reads) {
        Collection<AccountRecord> changedAccounts =
                newest(RecordReader.of(AccountRecord.class, reads), AccountRecord::accountId, AccountRecord::version);
        Collection<OwnersRecord> changedOwners =
                newest(RecordReader.of(OwnersRecord.class, reads), OwnersRecord::accountId, OwnersRecord::version);
        Collection<ContractRecord> changedContracts = newest(
                RecordReader.of(ContractRecord.class, reads), ContractRecord::contractId, ContractRecord::version);
        return transactions.run(tx -> accounts.accounts(tx, changedAccounts)
                .chain(() -> accounts.owners(tx, changedOwners))
                .chain(() -> contracts.contracts(tx, changedContracts)));
    }

    private static <T> Collection<T> newest(List<T> records, Function<T, String> key, ToLongFunction<T> version) {
        BinaryOperator<T> higher = (one, other) -> version.applyAsLong(other) >= version.applyAsLong(one) ? other : one;
        return records.stream()
                .collect(Collectors.toMap(key, Function.identity(), higher))
                .values();
    }
}
