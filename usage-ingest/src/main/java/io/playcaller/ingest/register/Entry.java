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
        return record instanceof AccountRecord account && stored.record instanceof AccountRecord before
                ? of(account.withMerge(before.mergedInto()))
                : this;
    }

    /** The next version of an account, in or out of a merge. */
    public Entry merged(MergeLink link) {
        return of(((AccountRecord) record).withMerge(link)).as(version + 1);
    }

    /** Whether it is an account that says that it is merged into that one. */
    public boolean isMergedInto(String accountId) {
        MergeLink link = record instanceof AccountRecord account ? account.mergedInto() : null;
        return link != null && link.until() == null && link.accountId().equals(accountId);
    }

    private Record versioned(long newVersion) {
        if (record instanceof AccountRecord account) {
            return account.withVersion(newVersion);
        }
        if (record instanceof ContractRecord contract) {
            return contract.withVersion(newVersion);
        }
        if (record instanceof OwnersRecord owners) {
            return owners.withVersion(newVersion);
        }
        if (record instanceof InvoiceChanged invoice) {
            return invoice.withVersion(newVersion);
        }
        if (record instanceof OpportunityRecord opportunity) {
            return opportunity.withVersion(newVersion);
        }
        if (record instanceof LossReviewRecord review) {
            return review.withVersion(newVersion);
        }
        return record instanceof ReferencesRecord references
                ? references.withVersion(newVersion)
                : ((DomainRecord) record).withVersion(newVersion);
    }
}
