package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ParentLink;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Records of the register: the higher version stands. */
final class RegisterFold {

    private static final Comparator<Version<Contract>> ENDED_FIRST = Comparator.<Version<Contract>>comparingLong(
                    version -> version.value().overDay())
            .thenComparingLong(Version::at);
    private static final Comparator<Version<Invoice>> PAID_FIRST = Comparator.<Version<Invoice>>comparingLong(
                    version -> version.value().paidDay())
            .thenComparingLong(Version::at);

    /** Longer names and ids are shortened. */
    private static final int NAME = 120;

    static final int ID = 40;

    /** As long as the wire lets an account's id be: who was merged into it is looked up by it. */
    static final int ACCOUNT = 512;

    private RegisterFold() {}

    static Folded account(Facts facts, Arrival arrival, AccountRecord told) {
        Account account = new Account(
                Fingerprint.bounded(told.name(), NAME),
                told.zone() == null ? "" : told.zone(),
                told.strategic(),
                merge(told.mergedInto()),
                parents(told.parents()));
        Register next = facts.register().account(arrival.version(told.version(), account));
        return new Folded(facts.register(next), Long.MIN_VALUE, true);
    }

    private static Merge merge(@Nullable MergeLink told) {
        return told == null
                ? Merge.NONE
                : new Merge(
                        Fingerprint.bounded(told.accountId(), ACCOUNT),
                        told.since().toEpochMilli(),
                        told.until() == null ? Long.MAX_VALUE : told.until().toEpochMilli());
    }

    private static List<Parent> parents(List<ParentLink> told) {
        return told.stream()
                .skip(Math.max(0, told.size() - Account.PARENTS))
                .map(link -> new Parent(
                        Fingerprint.bounded(link.parentId(), ACCOUNT),
                        link.from().toEpochDay(),
                        Days.of(link.until())))
                .toList();
    }

    static Folded owners(Facts facts, Arrival arrival, OwnersRecord told) {
        Owners owners = new Owners(told.owners().stream().limit(Owners.KEPT).toList());
        Register next = facts.register().owners(arrival.version(told.version(), owners));
        return new Folded(facts.register(next), Long.MAX_VALUE, false);
    }

    static Folded contract(Facts facts, Arrival arrival, ContractRecord told) {
        String id = Fingerprint.bounded(told.contractId(), ID);
        Contract contract = told.stands()
                ? ContractFold.of(told, Days.of(arrival.at()))
                : Contract.withdrawn(Days.of(arrival.at()));
        Keyed<Contract> before = facts.register().contracts();
        Keyed<Contract> after = before.with(
                id,
                arrival.version(told.version(), contract),
                Register.CONTRACTS,
                Register.CONTRACT_VERSIONS,
                ENDED_FIRST);
        boolean all = becameOldest(after, id, arrival)
                || !told.stands()
                || stands(before, id, Contract::stands) != stands(after, id, Contract::stands);
        long from = all ? Long.MIN_VALUE : arrival.at();
        return new Folded(facts.register(facts.register().contracts(after)), from, true);
    }

    static Folded contact(Facts facts, Arrival arrival, ContactChanged told) {
        String key = Fingerprint.key(Fingerprint.of(told.personId()));
        Version<Contact> version = arrival.version(told.version(), new Contact(told.role(), told.active()));
        Keyed<Contact> after = KeyContacts.with(facts.register().contacts(), key, version);
        return new Folded(facts.register(facts.register().contacts(after)), arrival.at(), true);
    }

    static Folded invoice(Facts facts, Arrival arrival, InvoiceChanged told) {
        String id = Fingerprint.bounded(told.invoiceId(), ID);
        Invoice invoice = told.stands()
                ? new Invoice(Days.of(told.issuedOn()), Days.of(told.dueOn()), Days.of(told.paidOn()))
                : Invoice.withdrawn(Days.of(arrival.at()));
        Keyed<Invoice> before = facts.register().invoices();
        Keyed<Invoice> after = before.with(id, arrival.version(told.version(), invoice), Register.INVOICES, PAID_FIRST);
        Facts next = facts.register(facts.register().invoices(after))
                .totals(facts.totals().invoice(invoice.issuedDay()));
        boolean all = !told.stands() || stands(before, id, Invoice::stands) != stands(after, id, Invoice::stands);
        long from = all ? Long.MIN_VALUE : Math.min(arrival.at(), Days.start(invoice.issuedDay()));
        return new Folded(next, from, true);
    }

    /** Whether the record is there, by its newest version. */
    private static <R extends Record> boolean stands(Keyed<R> records, String id, Predicate<R> stands) {
        History<R> history = records.byId().get(id);
        return history != null && stands.test(history.newest().value());
    }

    /** The oldest version known also stands for the time before it. */
    static <R extends Record> boolean becameOldest(Keyed<R> records, String id, Arrival arrival) {
        History<R> history = records.byId().get(id);
        return history == null
                || (history.oldest().at() == arrival.at() && history.oldest().tie() == arrival.tie());
    }
}
