package io.playcaller.forecast.intake;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.work.TaskChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** What one batch told: of each thing the newest copy. Filled by one thread, in the order of the batch. */
public final class Told {

    /** A health with the revision that orders it. */
    public record Health(long rev, HealthChanged health) {}

    /** A task with the revision that orders it. */
    public record Task(long rev, TaskChanged task) {}

    /** What could not be read, with the key of its record. */
    public record Unreadable(String key, DeadLetter letter) {}

    private final Map<String, AccountRecord> accounts = new TreeMap<>();
    private final Map<String, OwnersRecord> owners = new TreeMap<>();
    private final Map<String, ContractRecord> contracts = new TreeMap<>();
    private final Map<String, InvoiceChanged> invoices = new TreeMap<>();
    private final Map<String, Health> healths = new TreeMap<>();
    private final Map<String, SignalChanged> signals = new TreeMap<>();
    private final Map<String, OpportunityRecord> opportunities = new TreeMap<>();
    private final Map<String, Task> tasks = new TreeMap<>();
    private final Milestones milestones = new Milestones();
    private final ToldOutcomes outcomes = new ToldOutcomes();
    private final TaskSteps steps = new TaskSteps();
    private final List<Unreadable> unreadable = new ArrayList<>();

    public void account(AccountRecord account) {
        newest(accounts, account.accountId(), account, AccountRecord::version);
    }

    public void owners(OwnersRecord told) {
        newest(owners, told.accountId(), told, OwnersRecord::version);
    }

    public void contract(ContractRecord contract) {
        newest(contracts, contract.contractId(), contract, ContractRecord::version);
    }

    public void invoice(InvoiceChanged invoice) {
        newest(invoices, invoice.invoiceId(), invoice, InvoiceChanged::version);
    }

    public void health(long rev, HealthChanged health) {
        newest(healths, health.accountId(), new Health(rev, health), Health::rev);
        milestones.take(health);
    }

    /** Takes a signal about an account; others concern no contract. */
    public void signal(SignalChanged signal) {
        if (signal.accountId() != null) {
            newest(signals, signal.episodeId().toString(), signal, SignalChanged::transition);
        }
    }

    public void opportunity(OpportunityRecord opportunity) {
        newest(opportunities, opportunity.opportunityId(), opportunity, OpportunityRecord::version);
    }

    public void task(long rev, TaskChanged task) {
        newest(tasks, task.taskId().toString(), new Task(rev, task), Task::rev);
    }

    /** Takes what could not be read; {@code key} is the record's key, empty when it has none. */
    public void unreadable(String key, DeadLetter letter) {
        unreadable.add(new Unreadable(key, letter));
    }

    public Collection<AccountRecord> accounts() {
        return accounts.values();
    }

    public Collection<OwnersRecord> owners() {
        return owners.values();
    }

    public Collection<ContractRecord> contracts() {
        return contracts.values();
    }

    public Collection<InvoiceChanged> invoices() {
        return invoices.values();
    }

    public Collection<Health> healths() {
        return healths.values();
    }

    public Collection<SignalChanged> signals() {
        return signals.values();
    }

    public Collection<OpportunityRecord> opportunities() {
        return opportunities.values();
    }

    public Collection<Task> tasks() {
        return tasks.values();
    }

    /** What accounts reached, and when first. */
    public Milestones milestones() {
        return milestones;
    }

    /** How things ended. */
    public ToldOutcomes outcomes() {
        return outcomes;
    }

    /** When tasks began, were accepted and ended. */
    public TaskSteps steps() {
        return steps;
    }

    /** In the order in which they came. */
    public List<Unreadable> unreadable() {
        return unreadable;
    }

    /**
     * The accounts whose forecasts may move, or how their renewals stand, in order, so that transactions lock them in one order. References and
     * ends of runs move neither.
     */
    public NavigableSet<String> accountIds() {
        NavigableSet<String> ids = new TreeSet<>(accounts.keySet());
        ids.addAll(owners.keySet());
        accounts.values().forEach(account -> {
            MergeLink merge = account.mergedInto();
            if (merge != null) {
                ids.add(merge.accountId());
            }
        });
        contracts.values().forEach(contract -> ids.add(contract.accountId()));
        invoices.values().forEach(invoice -> ids.add(invoice.accountId()));
        ids.addAll(healths.keySet());
        signals.values().stream()
                .map(SignalChanged::accountId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        opportunities.values().forEach(opportunity -> ids.add(opportunity.accountId()));
        outcomes.lossReviews().forEach(review -> ids.add(review.accountId()));
        tasks.values().stream()
                .map(told -> told.task().accountId())
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids;
    }

    public boolean isEmpty() {
        return unreadable.isEmpty()
                && outcomes.isEmpty()
                && steps.isEmpty()
                && List.of(accounts, owners, contracts, invoices, healths, signals, opportunities, tasks).stream()
                        .allMatch(Map::isEmpty);
    }

    private static <T> void newest(Map<String, T> known, String id, T told, ToLongFunction<T> version) {
        known.merge(id, told, (old, next) -> version.applyAsLong(next) >= version.applyAsLong(old) ? next : old);
    }
}
