package io.playcaller.ingest.register;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import org.jspecify.annotations.Nullable;

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
        return ofSuccess(record);
    }

    /** What is known beyond accounts, contracts and money. */
    private static Entry ofSuccess(Record record) {
        if (record instanceof OpportunityRecord opportunity) {
            return new Entry(
                    RegisterKey.opportunity(opportunity.opportunityId()),
                    "opportunity",
                    opportunity.accountId(),
                    opportunity.version(),
                    opportunity);
        }
        if (record instanceof LossReviewRecord review) {
            return new Entry(
                    RegisterKey.lossReview(review.contractId()),
                    "loss review",
                    review.accountId(),
                    review.version(),
                    review);
        }
        if (record instanceof ReferencesRecord references) {
            return new Entry(
                    RegisterKey.references(references.accountId()),
                    "references",
                    references.accountId(),
                    references.version(),
                    references);
        }
        if (record instanceof DomainRecord domain) {
            return new Entry(
                    RegisterKey.domain(domain.domain()), "domain", domain.accountId(), domain.version(), domain);
        }
        throw new IllegalArgumentException(record.getClass() + " is not of the register");
    }

    /** The same record as another version. */
    public Entry as(long newVersion) {
        return of(versioned(newVersion));
    }

    /** The same record with what no writer of the whole says: which merge an account is in. */
    Entry keepingOf(Entry stored) {
        return record instanceof AccountRecord a && stored.record instanceof AccountRecord before
                ? of(merged(a, before.mergedInto()))
                : this;
    }

    /** The next version of an account, in or out of a merge. */
    public Entry merged(MergeLink link) {
        return of(merged((AccountRecord) record, link)).as(version + 1);
    }

    /** Whether it is an account that says that it is merged into that one. */
    public boolean isMergedInto(String accountId) {
        MergeLink link = record instanceof AccountRecord account ? account.mergedInto() : null;
        return link != null && link.until() == null && link.accountId().equals(accountId);
    }

    private static AccountRecord merged(AccountRecord a, @Nullable MergeLink link) {
        return new AccountRecord(
                a.accountId(),
                a.version(),
                a.name(),
                a.industry(),
                a.region(),
                a.country(),
                a.zone(),
                a.strategic(),
                a.parents(),
                link);
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
                    a.parents(),
                    a.mergedInto());
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
                    c.movements(),
                    c.withdrawn());
        }
        if (record instanceof OwnersRecord o) {
            return new OwnersRecord(o.accountId(), v, o.owners());
        }
        if (record instanceof OpportunityRecord o) {
            return new OpportunityRecord(
                    o.opportunityId(),
                    o.accountId(),
                    v,
                    o.stage(),
                    o.arr(),
                    o.productId(),
                    o.contractId(),
                    o.openedOn(),
                    o.expectedOn(),
                    o.closedOn(),
                    o.reason());
        }
        if (record instanceof LossReviewRecord r) {
            return new LossReviewRecord(
                    r.contractId(), r.accountId(), v, r.reviewedOn(), r.reason(), r.avoidable(), r.reviewedBy());
        }
        if (record instanceof ReferencesRecord r) {
            return new ReferencesRecord(r.accountId(), v, r.references());
        }
        if (record instanceof DomainRecord d) {
            return new DomainRecord(d.domain(), d.accountId(), v, d.from(), d.until());
        }
        InvoiceChanged i = (InvoiceChanged) record;
        return new InvoiceChanged(
                i.accountId(),
                i.invoiceId(),
                i.contractId(),
                i.amount(),
                i.issuedOn(),
                i.dueOn(),
                i.paidOn(),
                v,
                i.withdrawn());
    }
}
