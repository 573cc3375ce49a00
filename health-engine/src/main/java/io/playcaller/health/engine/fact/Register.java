package io.playcaller.health.engine.fact;

import org.jspecify.annotations.Nullable;

/** What the register says of an account. */
public record Register(
        @Nullable History<Account> account,
        @Nullable History<Owners> owners,
        Keyed<Contract> contracts,
        Keyed<Contact> contacts,
        Keyed<Invoice> invoices) {

    static final int CONTRACTS = 8;

    /** A tier looks back over a quarter of what contracts were worth: more versions of them are kept than of anything else. */
    public static final int CONTRACT_VERSIONS = 12;

    static final int INVOICES = 16;

    static final Register EMPTY = new Register(null, null, Keyed.empty(), Keyed.empty(), Keyed.empty());

    /** Whether there is a contract or an invoice that never was. */
    boolean anyWithdrawn() {
        for (History<Contract> history : contracts.byId().values()) {
            if (!history.newest().value().stands()) {
                return true;
            }
        }
        for (History<Invoice> history : invoices.byId().values()) {
            if (!history.newest().value().stands()) {
                return true;
            }
        }
        return false;
    }

    /** Without these. */
    Register withoutWithdrawn() {
        return new Register(
                account,
                owners,
                contracts.without(version -> !version.value().stands()),
                contacts,
                invoices.without(version -> !version.value().stands()));
    }

    /** The account's parent on {@code day}; empty without one. */
    public String parentOn(long day) {
        return account == null ? "" : account.newest().value().parentOn(day);
    }

    Register account(Version<Account> version) {
        return new Register(
                account == null ? History.of(version) : account.with(version), owners, contracts, contacts, invoices);
    }

    Register owners(Version<Owners> version) {
        boolean newer = owners == null || owners.newest().compareTo(version) < 0;
        return newer ? new Register(account, History.of(version), contracts, contacts, invoices) : this;
    }

    Register contracts(Keyed<Contract> next) {
        return new Register(account, owners, next, contacts, invoices);
    }

    Register contacts(Keyed<Contact> next) {
        return new Register(account, owners, contracts, next, invoices);
    }

    Register invoices(Keyed<Invoice> next) {
        return new Register(account, owners, contracts, contacts, next);
    }
}
