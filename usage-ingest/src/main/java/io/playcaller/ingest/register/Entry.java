package io.playcaller.ingest.register;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.OwnersRecord;

/**
 * One record of the register.
 *
 * @param key its key on the topic account-register
 * @param what the word for it in problems and ids
 * @param record whole; also the fact that its account is told
 */
public record Entry(String key, String what, String accountId, long version, Record record) {

    public static Entry of(Record record) {
        if (record instanceof AccountRecord account) {
            return new Entry(
                    RegisterKey.account(account.accountId()),
                    "account",
                    account.accountId(),
                    account.version(),
                    account);
        }
        if (record instanceof ContractRecord contract) {
            return new Entry(
                    RegisterKey.contract(contract.contractId()),
                    "contract",
                    contract.accountId(),
                    contract.version(),
                    contract);
        }
        if (record instanceof OwnersRecord owners) {
            return new Entry(
                    RegisterKey.owners(owners.accountId()), "owners", owners.accountId(), owners.version(), owners);
        }
        if (record instanceof InvoiceChanged invoice) {
            return new Entry(
                    RegisterKey.invoice(invoice.invoiceId()),
                    "invoice",
                    invoice.accountId(),
                    invoice.version(),
                    invoice);
        }
        throw new IllegalArgumentException(record.getClass() + " is not of the register");
    }

    /** The same record as another version. */
    public Entry as(long newVersion) {
        return of(versioned(newVersion));
    }

    private Record versioned(long v) {
        if (record instanceof AccountRecord a) {
            return new AccountRecord(
                    a.accountId(),
                    v,
                    a.name(),
                    a.industry(),
                    a.region(),
                    a.country(),
                    a.zone(),
                    a.strategic(),
                    a.parents());
        }
        if (record instanceof ContractRecord c) {
            return new ContractRecord(
                    c.contractId(),
                    c.accountId(),
                    v,
                    c.signedOn(),
                    c.startsOn(),
                    c.endsOn(),
                    c.autoRenew(),
                    c.noticeDays(),
                    c.noticeReceivedOn(),
                    c.closedOn(),
                    c.lines(),
                    c.movements());
        }
        if (record instanceof OwnersRecord o) {
            return new OwnersRecord(o.accountId(), v, o.owners());
        }
        InvoiceChanged i = (InvoiceChanged) record;
        return new InvoiceChanged(
                i.accountId(), i.invoiceId(), i.contractId(), i.amount(), i.issuedOn(), i.dueOn(), i.paidOn(), v);
    }
}
