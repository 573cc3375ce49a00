package io.playcaller.forecast.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import io.playcaller.forecast.engine.ledger.CurrencyRule;
import io.playcaller.forecast.engine.ledger.OneTimeCharge;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.ledger.RetentionStatement;
import io.playcaller.forecast.ledger.Retention.Bridge;
import io.playcaller.forecast.ledger.Retention.Meaning;
import io.playcaller.forecast.ledger.Retention.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers questions about the past, with what each figure means. */
public final class RetentionAnswer {

    private RetentionAnswer() {}

    /**
     * The answer to {@code question}.
     *
     * @param ledger of {@code inputs}, made once for many questions
     */
    public static Retention of(RetentionQuestion question, ContractLedger ledger, LedgerInputs inputs) {
        RetentionStatement statement = ledger.retention(
                question.period(), question.definition(), inputs.rates(), question.slice(inputs.attributes()));
        return of(question, statement, ledger, inputs);
    }

    /**
     * The same, of what is computed already.
     *
     * @param statement about the period, under the definition; its slices are those of the question, if that has any
     */
    static Retention of(
            RetentionQuestion question, RetentionStatement statement, ContractLedger ledger, LedgerInputs inputs) {
        Period period = question.period();
        RetentionDefinition definition = question.definition();
        boolean constant = definition.currencyRule() == CurrencyRule.CONSTANT;
        return new Retention(
                period.from(),
                period.until(),
                definition.grain().key(),
                definition.currencyRule().key(),
                constant ? inputs.rates().reporting() : null,
                definition.reactivationGapDays(),
                definition.upliftCounts(),
                question.by() == null ? null : question.by().key(),
                meaning(question, inputs.rates().reporting()),
                inputs.contracts().size(),
                statement.whole().values().stream().map(Bridge::of).toList(),
                question.by() == null ? List.of() : slices(statement),
                statement.missing(),
                oneTime(ledger.oneTime(period)),
                null);
    }

    private static List<Slice> slices(RetentionStatement statement) {
        List<Slice> slices = new ArrayList<>();
        statement
                .slices()
                .values()
                .forEach(keys -> keys.forEach((key, bridge) -> slices.add(new Slice(key, Bridge.of(bridge)))));
        return slices;
    }

    private static List<Money> oneTime(List<OneTimeCharge> charges) {
        Map<String, Money> sums = new TreeMap<>();
        charges.forEach(charge -> sums.merge(charge.amount().currency(), charge.amount(), Money::plus));
        return List.copyOf(sums.values());
    }

    static Meaning meaning(RetentionQuestion question, String reporting) {
        RetentionDefinition definition = question.definition();
        String growth = definition.upliftCounts() ? "expansion and uplift" : "expansion, without uplift";
        String unit = switch (definition.grain()) {
            case LINE -> "one product of one account, across its contracts";
            case ACCOUNT -> "the account; one that is merged into another is the other";
            case PARENT ->
                "the topmost parent on the first day of the period, of an account that begins in it on its first day";
        };
        String currency = definition.currencyRule() == CurrencyRule.EACH_BY_ITSELF
                ? "each by itself"
                : "in " + reporting + " at the rates of " + question.period().from() + "; fx is what the rates of "
                        + question.period().until() + " make of the end";
        return new Meaning(
                "(start - churn - contraction) / start",
                "GRR + (" + growth + " of customers of the start) / start",
                unit + "; back within " + definition.reactivationGapDays() + " days it never left",
                currency,
                slice(question));
    }

    private static String slice(RetentionQuestion question) {
        if (question.by() == null) {
            return "none";
        }
        return switch (question.by()) {
            case SEGMENT, TIER ->
                "of the unit's account on " + question.period().from() + ", or the first that is known";
            case OWNER ->
                "the csm of the unit's account on " + question.period().from() + ", or the first that is known";
            case REGION -> "of the unit's account now";
            case PRODUCT -> "of the line; logos of one product each, which do not sum to customers";
        };
    }
}
