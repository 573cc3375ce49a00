package io.playcaller.contracts;

/** Keys of {@link Topic#ACCOUNT_REGISTER}: one per record, so that compaction keeps the newest of each. */
public final class RegisterKey {

    private RegisterKey() {}

    public static String account(String accountId) {
        return "account/" + accountId;
    }

    public static String contract(String contractId) {
        return "contract/" + contractId;
    }

    public static String owners(String accountId) {
        return "owners/" + accountId;
    }

    public static String invoice(String invoiceId) {
        return "invoice/" + invoiceId;
    }

    public static String opportunity(String opportunityId) {
        return "opportunity/" + opportunityId;
    }

    public static String lossReview(String contractId) {
        return "loss-review/" + contractId;
    }

    public static String references(String accountId) {
        return "references/" + accountId;
    }

    public static String domain(String domain) {
        return "domain/" + domain;
    }
}
