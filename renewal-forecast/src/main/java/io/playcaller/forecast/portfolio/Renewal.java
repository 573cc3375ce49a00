package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import java.time.LocalDate;

/**
 * One renewal ahead, as far as figures need it.
 *
 * @param decided its day has come, and what became of it is on record: the contract is in force and goes on, and is due no more
 */
public record Renewal(
        String contractId,
        String accountId,
        LocalDate renewalOn,
        Category category,
        String currency,
        ContractOutlook outlook,
        Traits traits,
        boolean decided) {

    /** One that is still to be decided. */
    public Renewal(
            String contractId,
            String accountId,
            LocalDate renewalOn,
            Category category,
            String currency,
            ContractOutlook outlook,
            Traits traits) {
        this(contractId, accountId, renewalOn, category, currency, outlook, traits, false);
    }

    /**
     * What figures can be told apart by; {@link By#UNKNOWN} where nobody said.
     *
     * @param owner staff id of the account's CSM of today
     * @param product set where renewals were told apart by product
     */
    public record Traits(String segment, String tier, String region, String owner, String product) {

        /** Where nothing is known. */
        public static Traits unknown() {
            return new Traits(By.UNKNOWN, By.UNKNOWN, By.UNKNOWN, By.UNKNOWN, By.UNKNOWN);
        }

        Traits of(String ofProduct) {
            return new Traits(segment, tier, region, owner, ofProduct);
        }
    }

    /** The same with another outlook and category. */
    public Renewal as(ContractOutlook other, Category otherCategory) {
        return new Renewal(contractId, accountId, renewalOn, otherCategory, currency, other, traits, decided);
    }

    /** The same where what became of it is on record. */
    Renewal onRecord() {
        return new Renewal(contractId, accountId, renewalOn, category, currency, outlook, traits, true);
    }

    /** The part of a product. */
    Renewal part(String product, long arr) {
        return new Renewal(
                contractId, accountId, renewalOn, category, currency, outlook.worth(arr), traits.of(product), decided);
    }

    /** Whether it is to be decided, on a day from {@code from} on and before {@code end}. */
    boolean isDue(LocalDate from, LocalDate end) {
        return !decided && !renewalOn.isBefore(from) && renewalOn.isBefore(end);
    }
}
